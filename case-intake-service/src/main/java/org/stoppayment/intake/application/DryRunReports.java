package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Accepts made-up reports as {@link ReportingFraud} accepts real ones, for a warm-up: they are rolled back, and no event is sent. */
@ApplicationScoped
public class DryRunReports {

    private final RolledBackSubmissions rolledBack;
    private final IntakeEvents events;
    private final OutboxRelay relay;
    private final InstantSource clock;
    private final Ids ids;

    DryRunReports(
            RolledBackSubmissions rolledBack, IntakeEvents events, OutboxRelay relay, InstantSource clock, Ids ids) {
        this.rolledBack = rolledBack;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
        this.ids = ids;
    }

    /** The answer that a real report would get. */
    public Uni<Receipt> accept(FraudReport report) {
        return rolledBack.run(submissions -> new ReportingFraud(
                        new AcceptingSubmissions(submissions, events, relay.withoutDelivery()), clock, ids)
                .accept(report));
    }
}

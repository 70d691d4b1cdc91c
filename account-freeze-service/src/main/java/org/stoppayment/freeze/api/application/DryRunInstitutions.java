package org.stoppayment.freeze.api.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** One institution that takes orders and never answers: {@link CaseWarmUp} makes the answers up. Nothing is sent. */
final class DryRunInstitutions implements Institutions {

    static final String CODE = "102100099996";

    private static final Routing ROUTING = new Routing(List.of(new Routing.Institution(CODE, List.of())));

    private final Institutions messages;
    private final List<StopOrder> taken = new ArrayList<>();

    /** {@code messages} makes the messages of orders, and is not asked for anything else. */
    DryRunInstitutions(Institutions messages) {
        this.messages = messages;
    }

    /** The orders that it was sent. */
    List<StopOrder> taken() {
        return List.copyOf(taken);
    }

    @Override
    public Uni<Answer> send(StopOrder order) {
        taken.add(order);
        return Uni.createFrom().nothing();
    }

    @Override
    public Uni<Answer> inquire(StopOrder order) {
        return Uni.createFrom().nothing();
    }

    @Override
    public Uni<Routing> routing() {
        return Uni.createFrom().item(ROUTING);
    }

    @Override
    public Uni<Void> reach() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public byte[] instruction(
            ApplicationId applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<ApplicationId> original,
            Instant at) {
        return messages.instruction(applicationId, origin, account, transfers, original, at);
    }

    @Override
    public byte[] instructionAgain(
            StopOrder template,
            ApplicationId original,
            CaseId caseId,
            ApplicationId applicationId,
            Officer officer,
            Instant at) {
        return messages.instructionAgain(template, original, caseId, applicationId, officer, at);
    }
}

package org.stoppayment.cli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.intake.v1.Warning;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;

/**
 * The outcome of a case that was run.
 *
 * @param caseId UUID of the case
 * @param replayed true when the report was sent before, so that the world was not loaded
 * @param origin the moment that times are counted from: the call by this command's clock, or the acceptance of a replayed report
 * @param acceptedAt when the report became durable, by the clock of case-intake
 * @param answeredAt when the answer arrived here, by this command's clock
 * @param bookedAt when the books were first seen here to agree, by this command's clock; empty when they did not
 * @param settled true when the case was settled and booked in time
 * @param warnings warnings of the service
 * @param progress the orders and sums
 * @param recovery the books, empty when nothing was booked
 * @param arrivals the orders as the institutions saw them, by their clock
 */
public record CaseOutcome(
        String caseId,
        boolean replayed,
        Instant origin,
        Instant acceptedAt,
        Instant answeredAt,
        Optional<Instant> bookedAt,
        boolean settled,
        List<Warning> warnings,
        CaseProgress progress,
        Optional<GetRecoveryResponse> recovery,
        List<SimulatedOrder> arrivals) {

    /** The clocks of its events. */
    public CaseClocks clocks() {
        return CaseClocks.of(this);
    }

    /** Milliseconds from the call to a moment of this command's clock, or one that was shifted to it. */
    public long millis(Instant moment) {
        return Duration.between(origin, moment).toMillis();
    }

    /**
     * Milliseconds from the call until account-freeze recorded that the last of the case's own stops was in effect, its clock
     * shifted as {@link CaseClocks} says; empty when none was.
     */
    public Optional<Long> millisToLastStop() {
        return OrderStates.lastInEffectAt(progress).map(moment -> millis(moment.plus(clocks().freeze())));
    }

    /** Why it does not count as settled, in English. */
    public List<String> unsettled() {
        return unsettled(Texts.ENGLISH);
    }

    /** Why it does not count as settled, in the language of these texts. */
    public List<String> unsettled(Texts texts) {
        List<Text> reasons = new ArrayList<>();
        if (!progress.getKnown()) {
            reasons.add(Text.of(OutcomeText.NOT_TAKEN));
        }
        if (!progress.getSettled()) {
            reasons.add(Text.of(OutcomeText.UNDER_WAY));
        }
        if (!progress.getBooked()) {
            reasons.add(Text.of(OutcomeText.NOT_ALL_BOOKED));
        }
        Books.differences(progress, recovery).forEach(difference -> reasons.add(difference.inWords()));
        return reasons.stream().map(reason -> reason.in(texts)).toList();
    }
}

package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.ledger.FreezeQueue.Ahead;
import org.stoppayment.simulator.ledger.FreezeQueue.Share;
import org.stoppayment.simulator.wire.Feedback;

/** Creates the feedback on a freeze. */
final class FreezeFeedback {

    private static final ResultCode BEHIND_LIMITED = new ResultCode("1302");
    private static final ResultCode BEHIND_FULL = new ResultCode("1303");

    private FreezeFeedback() {}

    /** The feedback on a freeze, or on a change of its sum, as {@code queue} has it; empty when the freeze is not live. */
    static Optional<Feedback> of(
            String applicationId,
            Freeze freeze,
            FreezeQueue queue,
            long balanceFen,
            List<String> mismatched,
            Instant now) {
        int place = 0;
        for (Map.Entry<Freeze, Share> each : queue.shares(balanceFen, now).entrySet()) {
            Share share = each.getValue();
            place += share.isWaiting() ? 1 : 0;
            if (each.getKey() == freeze) {
                return Optional.of(
                        share.isWaiting()
                                ? waiting(
                                        applicationId,
                                        share.ahead() == Ahead.FULL ? BEHIND_FULL : BEHIND_LIMITED,
                                        place,
                                        mismatched)
                                : inEffect(applicationId, freeze, share, balanceFen, mismatched));
            }
        }
        return Optional.empty();
    }

    /** It waits at this place. */
    static Feedback waiting(String applicationId, ResultCode code, int place, List<String> mismatched) {
        return feedback(applicationId, code, null, mismatched, new Feedback.FreezeStatus(null, null, place));
    }

    private static Feedback inEffect(
            String applicationId, Freeze freeze, Share share, long balanceFen, List<String> mismatched) {
        return feedback(
                applicationId,
                share.isCovered() ? ResultCode.OK : ResultCode.BALANCE_SHORT,
                balanceFen,
                mismatched,
                new Feedback.FreezeStatus(freeze.frozenAt().orElse(null), share.heldFen(), null));
    }

    private static Feedback feedback(
            String applicationId,
            ResultCode code,
            @Nullable Long balanceFen,
            List<String> mismatched,
            Feedback.FreezeStatus status) {
        return new Feedback(
                applicationId, code.value(), null, balanceFen, mismatched, List.of(), List.of(), status, null, true);
    }
}

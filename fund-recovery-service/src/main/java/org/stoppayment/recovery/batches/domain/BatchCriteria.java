package org.stoppayment.recovery.batches.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ids.PlanId;

/**
 * By what the plans of a batch are chosen; a plan meets all criteria that are given.
 *
 * @param station the desk that took the report of a case of the plan
 * @param institutionCode code of the institution that holds one of its frozen accounts
 * @param fromFen least sum that it pays, in fen
 * @param toFen greatest sum that it pays, in fen
 * @param fromDays least number of days since the call, of the same case as the station
 * @param toDays greatest number of days since the call
 * @param stage how far it must have come
 * @param except plans that are left out, each once, by id
 */
public record BatchCriteria(
        Optional<String> station,
        Optional<String> institutionCode,
        Optional<Long> fromFen,
        Optional<Long> toFen,
        Optional<Integer> fromDays,
        Optional<Integer> toDays,
        Stage stage,
        List<PlanId> except) {

    public BatchCriteria {
        except = except.stream()
                .distinct()
                .sorted(Comparator.comparing(PlanId::toString))
                .toList();
    }

    /** How far a plan must have come. */
    public enum Stage {
        /** It can be submitted. */
        READY,
        /** It can be paid. */
        APPROVED,
        /** It was rejected, and can be submitted again. */
        REJECTED
    }

    /** True when a plan that pays {@code fen} is meant. */
    public boolean meetsSum(long fen) {
        return fen >= fromFen.orElse(0L) && fen <= toFen.orElse(Long.MAX_VALUE);
    }
}

package org.stoppayment.recovery.payments.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.plans.domain.PlannedPayout;

/**
 * Out of which freezes the payouts of an account are paid: each first out of the freeze of the victim's own case, then out of what is left of
 * the others, in the order of their ids.
 */
public final class FreezeAllocation {

    private final Map<UUID, Long> left = new LinkedHashMap<>();
    private final Map<UUID, PlannedHold> freezes = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    /**
     * A part of a payout.
     *
     * @param payout the payout
     * @param freeze that it is paid out of
     * @param fen the sum, above zero
     */
    public record Part(PlannedPayout payout, PlannedHold freeze, long fen) {}

    /**
     * What is left of a freeze once all payouts are paid.
     *
     * @param freeze the freeze
     * @param fen the sum, above zero
     */
    public record Rest(PlannedHold freeze, long fen) {}

    private FreezeAllocation(PlannedAccount account) {
        account.holds().stream()
                .filter(PlannedHold::isFreeze)
                .sorted(Comparator.comparing(PlannedHold::id))
                .forEach(freeze -> {
                    freezes.put(freeze.id(), freeze);
                    left.put(freeze.id(), freeze.heldFen());
                });
    }

    /** The parts of all payouts of an account; throws {@link IllegalStateException} when its freezes hold less than is paid. */
    public static List<Part> of(PlannedAccount account) {
        return List.copyOf(allocate(account).parts);
    }

    /** What is left of each freeze of an account, by id; freezes of which nothing is left are left out. Throws as {@link #of}. */
    public static List<Rest> rest(PlannedAccount account) {
        FreezeAllocation allocation = allocate(account);
        return allocation.left.entrySet().stream()
                .filter(left -> left.getValue() > 0)
                .map(left -> new Rest(allocation.freeze(left.getKey()), left.getValue()))
                .toList();
    }

    private PlannedHold freeze(UUID id) {
        return Optional.ofNullable(freezes.get(id)).orElseThrow();
    }

    private static FreezeAllocation allocate(PlannedAccount account) {
        FreezeAllocation allocation = new FreezeAllocation(account);
        Map<PlannedPayout, Long> rest = new LinkedHashMap<>();
        for (PlannedPayout payout : account.payouts()) {
            long fen = payout.payout().fen();
            CaseId own = payout.payout().claim().caseId();
            rest.put(payout, fen - allocation.take(payout, fen, own));
        }
        rest.forEach(allocation::takeAnywhere);
        return allocation;
    }

    private long take(PlannedPayout payout, long fen, CaseId own) {
        long taken = 0;
        for (PlannedHold freeze : freezes.values()) {
            if (freeze.caseId().equals(own)) {
                taken += takeFrom(payout, freeze, fen - taken);
            }
        }
        return taken;
    }

    private void takeAnywhere(PlannedPayout payout, long fen) {
        long open = fen;
        for (PlannedHold freeze : freezes.values()) {
            open -= takeFrom(payout, freeze, open);
        }
        if (open > 0) {
            throw new IllegalStateException("freezes hold " + open + " fen less than is paid");
        }
    }

    private long takeFrom(PlannedPayout payout, PlannedHold freeze, long fen) {
        long here = Math.min(fen, left.getOrDefault(freeze.id(), 0L));
        if (here > 0) {
            left.merge(freeze.id(), -here, Long::sum);
            parts.add(new Part(payout, freeze, here));
        }
        return here;
    }
}

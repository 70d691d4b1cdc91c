package org.stoppayment.simulator.ledger;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.StopOrder;

/** Decides stop orders; changes nothing. */
final class StopRules {

    private static final ResultCode NO_ACCOUNT = new ResultCode("0300");
    private static final ResultCode NAME_MISMATCH = new ResultCode("0301");
    private static final ResultCode NO_TRANSACTION = new ResultCode("0400");
    private static final ResultCode ALREADY_STOPPED = new ResultCode("1301");
    private static final ResultCode FROZEN_IN_PART = new ResultCode("1302");
    private static final ResultCode FROZEN_WHOLE = new ResultCode("1303");

    private StopRules() {}

    /**
     * A decision.
     *
     * @param code the result
     * @param mismatched fields that did not match
     * @param matched the bookings that matched, in order of time
     * @param heldFen balance that the stop holds
     */
    record Decision(ResultCode code, List<String> mismatched, List<Booking> matched, long heldFen) {

        private static Decision refused(ResultCode code, List<String> mismatched) {
            return new Decision(code, mismatched, List.of(), 0);
        }

        /** True when the account is stopped. */
        boolean stops() {
            return code.meaning() == ResultCode.Meaning.IN_EFFECT;
        }

        /** True when it was refused because a stop of ours is live. */
        boolean isRefusedAsLive() {
            return code.equals(ALREADY_STOPPED);
        }
    }

    static Decision decide(Optional<Account> known, StopOrder order, Instant now) {
        if (known.isEmpty()) {
            return Decision.refused(NO_ACCOUNT, List.of());
        }
        Account account = known.get();
        Optional<Decision> fixed = account.magic().flatMap(StopRules::fixed);
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (!nameMatches(account, order.name())) {
            return Decision.refused(NAME_MISMATCH, List.of("account.name"));
        }
        boolean checksTransfers = !order.isProtective() && !account.isPermissive();
        TransferMatching matching = checksTransfers
                ? TransferMatching.of(order.transfers(), account.inflows())
                : new TransferMatching(List.of(), List.of());
        if (checksTransfers && matching.matched().isEmpty()) {
            return Decision.refused(NO_TRANSACTION, matching.mismatched());
        }
        if (account.isStopped(now)) {
            return Decision.refused(ALREADY_STOPPED, matching.mismatched());
        }
        if (account.freezes().isLive(now)) {
            return Decision.refused(
                    account.freezes().isFull(now) ? FROZEN_WHOLE : FROZEN_IN_PART, matching.mismatched());
        }
        if (account.hadAllTerms()) {
            return Decision.refused(ResultCode.STOP_COUNT_EXCEEDED, matching.mismatched());
        }
        return account.isPermissive() ? permissive(account, order) : ordinary(account, matching);
    }

    private static Decision ordinary(Account account, TransferMatching matching) {
        long matchedFen =
                sum(matching.matched().stream().map(Booking::amountFen).toList());
        ResultCode code = account.balanceFen() < matchedFen ? ResultCode.BALANCE_SHORT : ResultCode.OK;
        return new Decision(code, matching.mismatched(), matching.matched(), account.balanceFen());
    }

    private static Decision permissive(Account account, StopOrder order) {
        long sumFen = sum(order.transfers().stream()
                .flatMap(transfer -> transfer.amountFen().stream())
                .toList());
        boolean isShort =
                account.magic().filter(MagicAccount.BALANCE_SHORT::equals).isPresent();
        return new Decision(
                isShort ? ResultCode.BALANCE_SHORT : ResultCode.OK,
                List.of(),
                List.of(),
                isShort ? sumFen / 2 : sumFen);
    }

    private static Optional<Decision> fixed(MagicAccount magic) {
        return switch (magic) {
            case NAME_MISMATCH -> Optional.of(Decision.refused(NAME_MISMATCH, List.of("account.name")));
            case NO_ACCOUNT -> Optional.of(Decision.refused(NO_ACCOUNT, List.of()));
            case ALREADY_HELD -> Optional.of(Decision.refused(FROZEN_IN_PART, List.of()));
            case THIRD_STOP -> Optional.of(Decision.refused(ResultCode.STOP_COUNT_EXCEEDED, List.of()));
            case BALANCE_SHORT, SLOW, DUPLICATE_CALLBACK, LATE_CALLBACK, GARBAGE, NEVER_ANSWERS, PAYEE_CLOSED ->
                Optional.empty();
        };
    }

    /** An institution must not hold an account without the holder's name, so a missing name does not match. */
    static boolean nameMatches(Account account, Optional<String> name) {
        return account.isPermissive()
                || name.map(StopRules::normalised).equals(account.name().map(StopRules::normalised));
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static long sum(List<Long> amountsFen) {
        return amountsFen.stream().reduce(0L, Math::addExact);
    }
}

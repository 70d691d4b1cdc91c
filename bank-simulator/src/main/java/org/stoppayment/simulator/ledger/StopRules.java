package org.stoppayment.simulator.ledger;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.wire.StopOrder;

/** What an institution decides about a stop order; changes nothing. */
final class StopRules {

    private static final ResultCode NO_ACCOUNT = new ResultCode("0300");
    private static final ResultCode NAME_MISMATCH = new ResultCode("0301");
    private static final ResultCode NO_TRANSACTION = new ResultCode("0400");
    private static final ResultCode ALREADY_STOPPED = new ResultCode("1301");
    private static final ResultCode FROZEN_IN_PART = new ResultCode("1302");

    private StopRules() {}

    /**
     * A decision.
     *
     * @param code the result
     * @param mismatched fields that did not match
     * @param matched the bookings that matched, in order of time
     * @param heldFen what a stop would hold
     */
    record Decision(ResultCode code, List<String> mismatched, List<Booking> matched, long heldFen) {

        private static Decision no(ResultCode code, List<String> mismatched) {
            return new Decision(code, mismatched, List.of(), 0);
        }

        /** Whether the account is to be stopped. */
        boolean stops() {
            return code.meaning() == ResultCode.Meaning.IN_EFFECT;
        }

        /** Whether it was refused because a stop of ours is live. */
        boolean isRefusedAsLive() {
            return code.equals(ALREADY_STOPPED);
        }
    }

    static Decision decide(Optional<Account> known, StopOrder order, Instant now) {
        if (known.isEmpty()) {
            return Decision.no(NO_ACCOUNT, List.of());
        }
        Account account = known.get();
        Optional<Decision> fixed = account.magic().flatMap(StopRules::fixed);
        if (fixed.isPresent()) {
            return fixed.get();
        }
        if (!nameMatches(account, order)) {
            return Decision.no(NAME_MISMATCH, List.of("account.name"));
        }
        boolean checksTransfers = !order.isProtective() && !account.isGenerous();
        TransferMatching matching = checksTransfers
                ? TransferMatching.of(order.transfers(), account.inflows())
                : new TransferMatching(List.of(), List.of());
        if (checksTransfers && matching.matched().isEmpty()) {
            return Decision.no(NO_TRANSACTION, matching.mismatched());
        }
        if (account.isStopped(now)) {
            return Decision.no(ALREADY_STOPPED, matching.mismatched());
        }
        if (account.hadAllTerms()) {
            return Decision.no(ResultCode.STOP_COUNT_EXCEEDED, matching.mismatched());
        }
        return account.isGenerous() ? generous(account, order) : ordinary(account, matching);
    }

    private static Decision ordinary(Account account, TransferMatching matching) {
        long matchedFen =
                sum(matching.matched().stream().map(Booking::amountFen).toList());
        ResultCode code = account.balanceFen() < matchedFen ? ResultCode.BALANCE_SHORT : ResultCode.OK;
        return new Decision(code, matching.mismatched(), matching.matched(), account.balanceFen());
    }

    private static Decision generous(Account account, StopOrder order) {
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
            case NAME_MISMATCH -> Optional.of(Decision.no(NAME_MISMATCH, List.of("account.name")));
            case NO_ACCOUNT -> Optional.of(Decision.no(NO_ACCOUNT, List.of()));
            case ALREADY_HELD -> Optional.of(Decision.no(FROZEN_IN_PART, List.of()));
            case THIRD_STOP -> Optional.of(Decision.no(ResultCode.STOP_COUNT_EXCEEDED, List.of()));
            case BALANCE_SHORT, SLOW, DUPLICATE_CALLBACK, LATE_CALLBACK, GARBAGE, NEVER_ANSWERS -> Optional.empty();
        };
    }

    /** An institution must not stop without the right name, so a name that was not given does not match. */
    private static boolean nameMatches(Account account, StopOrder order) {
        return account.isGenerous()
                || order.name().map(StopRules::comparable).equals(account.name().map(StopRules::comparable));
    }

    private static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private static long sum(List<Long> amountsFen) {
        return amountsFen.stream().reduce(0L, Math::addExact);
    }
}

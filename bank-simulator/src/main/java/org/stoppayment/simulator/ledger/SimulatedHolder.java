package org.stoppayment.simulator.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.simulator.wire.Query;
import org.stoppayment.simulator.wire.QueryParts;

/** Tells what a world does not: the documents of a holder, made up from the number of the account, so that they stay the same. */
final class SimulatedHolder {

    private static final Instant FIRST_OPENING = Instant.parse("2019-01-02T01:30:00Z");
    private static final int DAYS = 1_500;
    private static final String UNKNOWN_NAME = "开户人";
    private static final int TAIL = 4;

    private SimulatedHolder() {}

    static QueryParts.Holder of(Account account, Query query, Instant now) {
        String tail = tail(account.id().number());
        boolean isOrganisation = account.kind() == AccountKind.BANK_CORPORATE;
        return new QueryParts.Holder(
                account.name().or(query::name).orElse(UNKNOWN_NAME),
                Optional.ofNullable(Parties.kindOf(account)).orElse(AccountKind.BANK_PERSONAL.name()),
                isOrganisation ? "CREDIT_CODE" : "RESIDENT_ID",
                isOrganisation ? "9135**********" + tail : "3501**********" + tail,
                openedAt(account),
                state(account, now),
                "1390000" + tail);
    }

    static Instant openedAt(Account account) {
        int days = Math.floorMod(account.id().number().hashCode(), DAYS);
        return FIRST_OPENING.plus(Duration.ofDays(days));
    }

    static String state(Account account, Instant now) {
        if (account.isStopped(now)) {
            return "STOPPED";
        }
        return account.freezes().isLive(now) ? "FROZEN" : "NORMAL";
    }

    /** Four digits. */
    private static String tail(String number) {
        String padded = "0".repeat(TAIL) + number.replaceAll("[^0-9]", "");
        return padded.substring(padded.length() - TAIL);
    }
}

package org.stoppayment.recovery.eligibility.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a victim may get money from an account: every condition, met or not.
 *
 * @param checks one for each condition
 */
public record Eligibility(List<Check> checks) {

    public Eligibility {
        checks = List.copyOf(checks);
    }

    /**
     * A condition.
     *
     * @param condition what must be so
     * @param isMet true when it is
     */
    public record Check(RefundCondition condition, boolean isMet) {}

    /**
     * The account, as far as conditions need it.
     *
     * @param isFrozen true when a freeze holds it
     * @param shareFen the victim's share
     * @param needsStatement true when bookings are missing
     */
    public record Account(boolean isFrozen, long shareFen, boolean needsStatement) {}

    /** Checks a victim at an account. */
    public static Eligibility of(Victim victim, boolean isFiled, Account account) {
        return new Eligibility(Arrays.stream(RefundCondition.values())
                .map(condition -> new Check(condition, isMet(condition, victim, isFiled, account)))
                .toList());
    }

    /** True when all conditions are met. */
    public boolean isEligible() {
        return checks.stream().allMatch(Check::isMet);
    }

    private static boolean isMet(RefundCondition condition, Victim victim, boolean isFiled, Account account) {
        return switch (condition) {
            case FROZEN -> account.isFrozen();
            case CASE_FILED -> isFiled;
            case IDENTITY_VERIFIED -> victim.identity().isPresent();
            case TRACED -> account.shareFen() > 0;
            case STATEMENT_COMPLETE -> !account.needsStatement();
            case NO_DISPUTE -> victim.disputes().isEmpty();
            case AGENT_AUTHORISED ->
                victim.agent().map(agent -> agent.authorityDigest().isPresent()).orElse(true);
            case DEPOSIT_CONFIRMED ->
                victim.deposits().stream().noneMatch(deposit -> deposit.state() == Victim.DepositState.OPEN);
            case REFUND_ACCOUNT_KNOWN -> victim.refundAccount().isPresent();
        };
    }
}

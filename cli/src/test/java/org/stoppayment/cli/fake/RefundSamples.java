package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.ConditionCheck;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.FlowSource;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Payout;
import org.stoppayment.proto.recovery.v1.PlannedHold;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.proto.recovery.v1.RefundMethod;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.stoppayment.proto.recovery.v1.RefundPlanState;
import org.stoppayment.proto.recovery.v1.Share;

/** Plans whose results were worked out by hand: the tables of funds return. */
public final class RefundSamples {

    public static final String PLAN = "0193a000-0000-7000-8000-0000000000f1";
    public static final Account MULE = account("6222020000000000018");
    public static final Account SECOND = account("6222020000000000026");
    public static final Account THIRD = account("6222020000000000034");

    private static final long THEN = 1_772_524_800L;
    private static final long END = 4_000_000_000L;

    private RefundSamples() {}

    /** The case of a victim, from 1. */
    public static String caseOf(int victim) {
        return "0193a000-0000-7000-8000-0000000000c" + victim;
    }

    private static Account account(String number) {
        return Account.newBuilder()
                .setNumber(number)
                .setInstitutionCode(HoldSamples.INSTITUTION)
                .build();
    }

    /** A share of a victim. */
    public static Share of(int victim, long yuan) {
        return Share.newBuilder()
                .setOwner(OwnerKind.OWNER_KIND_VICTIM)
                .setCaseId(caseOf(victim))
                .setAmountFen(yuan * 100)
                .build();
    }

    private static Share fen(int victim, long fen) {
        return of(victim, 0).toBuilder().setAmountFen(fen).build();
    }

    /** V1 60,000, V2 30,000 and V3 30,000 came, 20,000 left; 100,000 are frozen. Expected: 50,000, 25,000 and 25,000. */
    public static RefundPlan sharedMule() {
        return plan(refund(
                MULE,
                10_000_000,
                RefundMethod.REFUND_METHOD_PROPORTIONAL,
                shares(MULE, false, false, 3, of(1, 50_000), of(2, 25_000), of(3, 25_000)),
                List.of(
                        reported(1, 60_000, MULE, 0),
                        reported(2, 30_000, MULE, 60),
                        reported(3, 30_000, MULE, 120),
                        out(MULE, null, 20_000, 180, 2, false, of(1, 10_000), of(2, 5_000), of(3, 5_000))),
                payout(1, 5_000_000, 6_000_000, 0, 5_000_000),
                payout(2, 2_500_000, 3_000_000, 0, 2_500_000),
                payout(3, 2_500_000, 3_000_000, 0, 2_500_000)));
    }

    /**
     * V1 100 to A, A to B 100, B back to A 40, V2 50 to A, A to C 60, where C is frozen. Expected at C: V1 26.67, V2 33.33.
     */
    public static RefundPlan returnFlow() {
        return plan(refund(
                THIRD,
                6_000,
                RefundMethod.REFUND_METHOD_PROPORTIONAL,
                shares(THIRD, false, true, 1, fen(1, 2_667), fen(2, 3_333)),
                List.of(
                        reported(1, 100, MULE, 0),
                        out(MULE, SECOND, 100, 60, 2, true, of(1, 100)),
                        out(SECOND, MULE, 40, 120, 3, true, of(1, 40)),
                        reported(2, 50, MULE, 180),
                        out(MULE, THIRD, 60, 240, 2, false, fen(1, 2_667), fen(2, 3_333))),
                payout(1, 2_667, 10_000, 0, 2_667),
                payout(2, 3_333, 5_000, 0, 3_333)));
    }

    /** Claims of 25,000, 50,000 and 90,000; 100,000 are frozen. Expected: 15,151.52, 30,303.03 and 54,545.45. */
    public static RefundPlan lessHeldThanClaimed() {
        return plan(refund(
                MULE,
                10_000_000,
                RefundMethod.REFUND_METHOD_PROPORTIONAL,
                shares(MULE, true, true, 3, of(1, 25_000), of(2, 50_000), of(3, 90_000)),
                List.of(reported(1, 25_000, MULE, 0), reported(2, 50_000, MULE, 60), reported(3, 90_000, MULE, 120)),
                payout(1, 2_500_000, 2_500_000, 0, 1_515_152),
                payout(2, 5_000_000, 5_000_000, 0, 3_030_303),
                payout(3, 9_000_000, 9_000_000, 0, 5_454_545)));
    }

    /** V1 100,000 came, 27,000 left; 90,000 are frozen, and 20,000 of a loss of 100,000 were restored. Expected: claim 73,000. */
    public static RefundPlan single() {
        return plan(refund(
                MULE,
                9_000_000,
                RefundMethod.REFUND_METHOD_DIRECT_SINGLE,
                shares(MULE, true, true, 1, of(1, 73_000)),
                List.of(reported(1, 100_000, MULE, 0), out(MULE, null, 27_000, 60, 2, true, of(1, 27_000))),
                payout(1, 7_300_000, 10_000_000, 2_000_000, 7_300_000)));
    }

    /** V1 100,000 came and left, V2 50,000 came. Expected: V2 50,000. */
    public static RefundPlan timestamp() {
        return plan(refund(
                MULE,
                5_000_000,
                RefundMethod.REFUND_METHOD_DIRECT_TIMESTAMP,
                shares(MULE, true, true, 2, of(2, 50_000)),
                List.of(
                        reported(1, 100_000, MULE, 0),
                        out(MULE, null, 100_000, 60, 2, true, of(1, 100_000)),
                        reported(2, 50_000, MULE, 120)),
                payout(2, 5_000_000, 5_000_000, 0, 5_000_000)));
    }

    /** 60 and 30 came, 80 left and 30 are there: 20 have not been told. Held by a stop only. */
    public static RefundPlan incomplete() {
        AccountRefund refund = refund(
                SECOND,
                8_000,
                RefundMethod.REFUND_METHOD_PROPORTIONAL,
                shares(SECOND, false, true, 1, fen(1, 4_364), fen(2, 2_182)).toBuilder()
                        .setNeedsStatement(true)
                        .setMissingFen(2_000)
                        .addShares(Share.newBuilder()
                                .setOwner(OwnerKind.OWNER_KIND_UNKNOWN)
                                .setAmountFen(1_454))
                        .build(),
                List.of(out(MULE, SECOND, 80, 60, 2, false, fen(1, 4_364), fen(2, 2_182)).toBuilder()
                        .setNeedsStatement(true)
                        .build()),
                payout(1, 4_364, 6_000, 0, 4_364),
                payout(2, 2_182, 3_000, 0, 2_182));
        return plan(refund.toBuilder()
                .setHolds(0, refund.getHolds(0).toBuilder().setIsFreeze(false))
                .build());
    }

    /** A plan of these accounts. */
    public static RefundPlan plan(AccountRefund... accounts) {
        return RefundPlan.newBuilder()
                .setPlanId(PLAN)
                .setState(RefundPlanState.REFUND_PLAN_STATE_DRAFT)
                .setMadeAt(moment(THEN + 3_600))
                .setMadeBy(Operator.newBuilder().setOrganisation("SYSTEM"))
                .setDigest("d1".repeat(32))
                .addAllAccounts(List.of(accounts))
                .build();
    }

    private static AccountRefund refund(
            Account account,
            long heldFen,
            RefundMethod method,
            AccountShares shares,
            List<Flow> flows,
            Payout... payouts) {
        long paid = List.of(payouts).stream().mapToLong(Payout::getPayFen).sum();
        return AccountRefund.newBuilder()
                .setAccount(account)
                .setShares(shares)
                .addHolds(PlannedHold.newBuilder()
                        .setHoldId("0193a000-0000-7000-8000-0000000000b1")
                        .setCaseId(caseOf(1))
                        .setIsFreeze(true)
                        .setHeldFen(heldFen)
                        .setExpiresAt(moment(END)))
                .setHeldFen(heldFen)
                .setMethod(method)
                .addAllPayouts(List.of(payouts))
                .setResidualFen(heldFen - paid)
                .addAllFlows(flows)
                .build();
    }

    /** Whose money an account holds. */
    public static AccountShares shares(
            Account account, boolean isUnique, boolean isDetermined, int inflows, Share... shares) {
        return AccountShares.newBuilder()
                .setAccount(account)
                .addAllShares(List.of(shares))
                .setIsUnique(isUnique)
                .setIsDetermined(isDetermined)
                .setInflows(inflows)
                .setLevel(1)
                .setBalanceFen(
                        List.of(shares).stream().mapToLong(Share::getAmountFen).sum())
                .setBalanceAsOf(moment(THEN + 1_000))
                .build();
    }

    private static Flow reported(int victim, long yuan, Account payee, long after) {
        return Flow.newBuilder()
                .setSource(FlowSource.FLOW_SOURCE_REPORTED)
                .setSerial("S" + after)
                .setPayee(payee)
                .setAmountFen(yuan * 100)
                .setBookedAt(moment(THEN + after))
                .addShares(of(victim, yuan))
                .setIsUnique(true)
                .setLevel(1)
                .build();
    }

    private static Flow out(
            Account payer,
            @Nullable Account payee,
            long yuan,
            long after,
            int level,
            boolean isUnique,
            Share... shares) {
        Flow.Builder flow = Flow.newBuilder()
                .setSource(FlowSource.FLOW_SOURCE_OUT)
                .setSerial("S" + after)
                .setPayer(payer)
                .setAmountFen(yuan * 100)
                .setBookedAt(moment(THEN + after))
                .addAllShares(List.of(shares))
                .setIsUnique(isUnique)
                .setLevel(level);
        if (payee != null) {
            flow.setPayee(payee);
        }
        return flow.build();
    }

    private static Payout payout(int victim, long shareFen, long lossFen, long restoredFen, long payFen) {
        List<ConditionCheck> conditions = new ArrayList<>();
        for (RefundCondition condition : List.of(
                RefundCondition.REFUND_CONDITION_FROZEN,
                RefundCondition.REFUND_CONDITION_CASE_FILED,
                RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)) {
            conditions.add(ConditionCheck.newBuilder()
                    .setCondition(condition)
                    .setIsMet(victim == 1 || condition != RefundCondition.REFUND_CONDITION_IDENTITY_VERIFIED)
                    .setArticle("银监发〔2016〕41号 Art. " + (condition.getNumber() + 1))
                    .build());
        }
        return Payout.newBuilder()
                .setCaseId(caseOf(victim))
                .setVictimName("林某某")
                .setShareFen(shareFen)
                .setLossFen(lossFen)
                .setRestoredFen(restoredFen)
                .setClaimFen(Math.min(shareFen, lossFen - restoredFen))
                .setPayFen(payFen)
                .addAllConditions(conditions)
                .build();
    }

    private static Timestamp moment(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).build();
    }
}

package org.stoppayment.cli.fake;

import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentKind;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentView;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.FreezeTimelineEntry;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;

/** A freeze, and what is proposed about holds. */
public final class HoldSamples {

    public static final String ACCOUNT = "6222020000000000018";
    public static final String INSTITUTION = "102100099996";
    static final long EXPIRES = 4_000_000_000L;

    private HoldSamples() {}

    /** A proposal for an account; its application id is its number. */
    public static HoldProposal proposal(HoldProposalKind kind, String caseId, String number, long fen) {
        return HoldProposal.newBuilder()
                .setKind(kind)
                .setCaseId(caseId)
                .setAccount(account(number))
                .setApplicationId("hold of " + number)
                .setEndsAt(Timestamp.newBuilder().setSeconds(EXPIRES))
                .setAmountFen(fen)
                .setHeldFen(2 * fen)
                .build();
    }

    static Account account(String number) {
        return Account.newBuilder()
                .setNumber(number)
                .setInstitutionCode(INSTITUTION)
                .setName("陈小明")
                .build();
    }

    /** A freeze in effect, with a renewal under way. */
    public static Freeze freeze(String applicationId) {
        return Freeze.newBuilder()
                .setApplicationId(applicationId)
                .setCaseId("0193a000-0000-7000-8000-0000000000c1")
                .setAccount(account(ACCOUNT))
                .setMode(FreezeMode.FREEZE_MODE_LIMITED)
                .setAmountFen(14_000_000)
                .setLegalBasis(LegalBasis.newBuilder()
                        .setFilingNumber("2026-7")
                        .setOrganisation("Zhangzhou police")
                        .setDocumentDigest("b2".repeat(32))
                        .setApprover(approver()))
                .setOperator(operator())
                .setState(FreezeState.FREEZE_STATE_IN_EFFECT)
                .setResultCode("0000")
                .setFrozenFen(13_900_000)
                .setTaintedFen(14_000_000)
                .setRequestedAt(Timestamp.newBuilder().setSeconds(EXPIRES - 100_000))
                .setBeganAt(Timestamp.newBuilder().setSeconds(EXPIRES - 90_000))
                .setExpiresAt(Timestamp.newBuilder().setSeconds(EXPIRES))
                .setStopApplicationId("the stop before")
                .addAmendments(FreezeAmendmentView.newBuilder()
                        .setApplicationId("renewal of " + applicationId)
                        .setKind(FreezeAmendmentKind.FREEZE_AMENDMENT_KIND_RENEWAL)
                        .setState(FreezeAmendmentState.FREEZE_AMENDMENT_STATE_ACCEPTED)
                        .setRequestedAt(Timestamp.newBuilder().setSeconds(EXPIRES - 1_000))
                        .setExpiresAt(Timestamp.newBuilder().setSeconds(EXPIRES + 1_000))
                        .setReason("trial in autumn")
                        .setOperator(operator())
                        .setApprover(approver()))
                .addTimeline(FreezeTimelineEntry.newBuilder()
                        .setAt(Timestamp.newBuilder().setSeconds(EXPIRES - 90_000))
                        .setState(FreezeState.FREEZE_STATE_IN_EFFECT)
                        .setCause("FEEDBACK 0000"))
                .build();
    }

    private static Approver approver() {
        return Approver.newBuilder()
                .setOrganisation("Zhangzhou police")
                .setBadgeNumber("100001")
                .setLevel(ApprovalLevel.APPROVAL_LEVEL_COUNTY)
                .build();
    }

    private static Operator operator() {
        return Operator.newBuilder()
                .setOrganisation("Zhangzhou police")
                .setBadgeNumber("100234")
                .build();
    }
}

package org.stoppayment.gateway.testkit;

import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.gateway.v1.FreezeAmendment;
import org.stoppayment.proto.gateway.v1.SendFreezeChangeRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeLiftRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRenewalRequest;
import org.stoppayment.proto.gateway.v1.SendFreezeRequest;

/** Orders about freezes, and what institutions say about them. */
public final class Freezes {

    /** SHA-256 of the legal document in every order. */
    public static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static final String CASE = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final long APPLIED = 1_772_420_400; // 2026-03-02T03:00:00Z
    private static final long EXPIRES = 1_788_318_000; // 2026-09-02T03:00:00Z

    private Freezes() {}

    /** A freeze of CNY 60,000 that takes over from a stop. */
    public static SendFreezeRequest limited(String institution, String id) {
        return SendFreezeRequest.newBuilder()
                .setApplicationId(id)
                .setCaseId(CASE)
                .setInstitutionCode(institution)
                .setAccount(account())
                .setMode(FreezeMode.FREEZE_MODE_LIMITED)
                .setAmountFen(6_000_000)
                .setReason("FAKE_LOAN")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(APPLIED))
                .setExpiresAt(Timestamp.newBuilder().setSeconds(EXPIRES))
                .setLegalBasis(basis())
                .setStopApplicationId("stop-1")
                .setOperator(operator())
                .build();
    }

    /** A freeze of the whole account. */
    public static SendFreezeRequest full(String institution, String id) {
        return limited(institution, id).toBuilder()
                .setMode(FreezeMode.FREEZE_MODE_FULL)
                .clearAmountFen()
                .build();
    }

    /** A renewal of the freeze {@code freeze-1}. */
    public static SendFreezeRenewalRequest renewal(String institution, String id) {
        return SendFreezeRenewalRequest.newBuilder()
                .setAmendment(amendment(institution, id))
                .setExpiresAt(Timestamp.newBuilder().setSeconds(EXPIRES))
                .build();
    }

    /** A lift of the freeze {@code freeze-1}. */
    public static SendFreezeLiftRequest lift(String institution, String id) {
        return SendFreezeLiftRequest.newBuilder()
                .setAmendment(amendment(institution, id))
                .build();
    }

    /** A change of the sum of the freeze {@code freeze-1}. */
    public static SendFreezeChangeRequest change(String institution, String id) {
        return SendFreezeChangeRequest.newBuilder()
                .setAmendment(amendment(institution, id))
                .setAmountFen(4_000_000)
                .build();
    }

    /** Feedback: the freeze is in effect. */
    public static String frozen(String id, String resultCode, long frozenFen) {
        return """
                {"applicationId": "%s", "resultCode": "%s", "balanceFen": 6500000,
                 "freeze": {"frozenAt": "2026-03-02T03:00:01Z", "frozenFen": %d, "aFieldOfTheFuture": 1}}""".formatted(id, resultCode, frozenFen);
    }

    /** Feedback: the freeze waits. */
    public static String waiting(String id, String resultCode, int place) {
        return "{\"applicationId\": \"%s\", \"resultCode\": \"%s\", \"freeze\": {\"waitingPlace\": %d}}"
                .formatted(id, resultCode, place);
    }

    private static FreezeAmendment amendment(String institution, String id) {
        return FreezeAmendment.newBuilder()
                .setApplicationId(id)
                .setOriginalApplicationId("freeze-1")
                .setCaseId(CASE)
                .setInstitutionCode(institution)
                .setAccount(account())
                .setReason("GOODS_DELIVERED")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(APPLIED))
                .setLegalBasis(basis())
                .setOperator(operator())
                .build();
    }

    private static LegalBasis basis() {
        return LegalBasis.newBuilder()
                .setFilingNumber("2026-01234")
                .setOrganisation("city police")
                .setDocumentDigest(DIGEST)
                .setApprover(Approver.newBuilder()
                        .setOrganisation("city police")
                        .setBadgeNumber("000123")
                        .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                .build();
    }

    private static Operator operator() {
        return Operator.newBuilder()
                .setOrganisation("anti-fraud centre")
                .setBadgeNumber("100234")
                .build();
    }

    private static Account account() {
        return Account.newBuilder()
                .setName(Gateway.ACCOUNT_NAME)
                .setNumber(Gateway.ACCOUNT_NUMBER)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }
}

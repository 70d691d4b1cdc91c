package org.stoppayment.gateway.testkit;

import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.LegalBasis;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.gateway.v1.SendRefundRequest;

/** Refunds, and what institutions say about them. */
public final class Refunds {

    /** SHA-256 of the plan in every order. */
    public static final String PLAN_DIGEST = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private static final long APPLIED = 1_775_786_400; // 2026-04-10T02:00:00Z

    private Refunds() {}

    /** A refund of CNY 40,000 out of the freeze {@code freeze-1}. */
    public static SendRefundRequest order(String institution, String id) {
        return SendRefundRequest.newBuilder()
                .setApplicationId(id)
                .setCaseId("01890a5d-ac96-774b-bcce-b302099a8057")
                .setInstitutionCode(institution)
                .setAccount(Account.newBuilder()
                        .setName(Gateway.ACCOUNT_NAME)
                        .setNumber(Gateway.ACCOUNT_NUMBER)
                        .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))
                .setFreezeApplicationId("freeze-1")
                .setPayee(Account.newBuilder()
                        .setInstitutionCode("103100000026")
                        .setName("李四")
                        .setNumber("6228480000000000015")
                        .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL))
                .setAmountFen(4_000_000)
                .setPlanId("0199e1b7-2c10-7d05-8f33-6a1b9c4e7f10")
                .setPlanDigest(PLAN_DIGEST)
                .setReason("FAKE_LOAN")
                .setAppliedAt(Timestamp.newBuilder().setSeconds(APPLIED))
                .setLegalBasis(LegalBasis.newBuilder()
                        .setFilingNumber("2026-01234")
                        .setOrganisation("city police")
                        .setDocumentDigest(Freezes.DIGEST)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation("city police")
                                .setBadgeNumber("000123")
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY)))
                .setOperator(Operator.newBuilder()
                        .setOrganisation("anti-fraud centre")
                        .setBadgeNumber("100234"))
                .build();
    }

    /** Feedback: the sum was paid under this receipt. */
    public static String paid(String id, String resultCode, String receiptId, long amountFen) {
        return feedback(id, resultCode, receipt(receiptId, amountFen));
    }

    /** Feedback: the sum was paid under this receipt and came back. */
    public static String returned(String id, String receiptId, long amountFen) {
        return feedback(id, "0000", receipt(receiptId, amountFen) + """
                , "returned": {"returnedAt": "2026-04-11T06:30:00Z", "amountFen": %d, "reason": "account closed",
                 "frozenFen": 6000000}""".formatted(amountFen));
    }

    /** Feedback with these fields of {@code refund}. */
    public static String feedback(String id, String resultCode, String refundFields) {
        return "{\"applicationId\": \"%s\", \"resultCode\": \"%s\", \"refund\": {%s}}"
                .formatted(id, resultCode, refundFields);
    }

    private static String receipt(String receiptId, long amountFen) {
        return """
                "receiptId": "%s", "paidAt": "2026-04-10T02:00:01Z", "amountFen": %d, "frozenFen": 2000000""".formatted(receiptId, amountFen);
    }
}

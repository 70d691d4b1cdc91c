package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApproveRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ListRefundPaymentsRequest;
import org.stoppayment.proto.recovery.v1.PayRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.RefundPaymentFlag;
import org.stoppayment.proto.recovery.v1.RefundPaymentState;
import org.stoppayment.proto.recovery.v1.RefundReceipt;
import org.stoppayment.proto.recovery.v1.RejectRefundPlanRequest;
import org.stoppayment.proto.recovery.v1.ResolveRefundPaymentRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundPlanRequest;

/** {@code stoppay refund submit|approve|reject|pay|receipts|resolve}. */
class RefundPaymentTest extends CommandTestBase {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();
    private static final String PLAN = RefundSamples.PLAN;
    private static final String DIGEST = "d1".repeat(32);

    /** SHA-256 of the word "decision". */
    private static final String DOCUMENT = "86ae35d58a6aa3b5742df94ef9d7162219f0106a911ae1954c1f0604aaec805d";

    private String file = "";

    @BeforeEach
    void signOn() throws IOException {
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
        file = Files.writeString(directory.resolve("decision.pdf"), "decision").toString();
    }

    private int refund(String line) {
        return terminal.run(("refund " + line.replace("PLAN", PLAN).replace("FILE", file)).split(" "));
    }

    private List<Message> sent() {
        return services.payments().requests();
    }

    @Test
    void submittingShowsWhatIsPaidAndSendsWhatWasRead() {
        terminal.answering("y\n");

        assertThat(refund("submit PLAN")).as(terminal.err()).isZero();

        assertThat(terminal.err())
                .contains("account   6222020000000000018 at 102100099996", "held 100,000.00")
                .contains("pays      50,000.00 to ***(3): NO ACCOUNT KNOWN")
                .contains("in all    100,000.00 to 3 victims", "digest    " + DIGEST)
                .contains("Ask for the approval of this plan? [y/N]")
                .doesNotContain("林某某");
        assertThat(terminal.out()).contains("approval  SUBMITTED", "by Shanghai police ***(6)");
        assertThat(sent())
                .containsExactly(SubmitRefundPlanRequest.newBuilder()
                        .setPlanId(PLAN)
                        .setPlanDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit PLAN", "approve PLAN --document FILE --level city", "pay PLAN"})
    void nothingIsSentWithoutYesOrWhenAnotherPlanWasRead(String line) {
        assertThat(refund(line)).isEqualTo(ExitCode.USAGE);
        terminal.answering("n\n");
        assertThat(refund(line)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("nothing was sent");
        assertThat(refund(line + " --yes --plan-digest " + "a".repeat(64))).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("(expected: " + DIGEST + ", the digest of the plan as it is now");
        assertThat(refund(line + " --yes --plan-digest abc")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("--plan-digest: abc (expected: 64 hexadecimal digits)");
        assertThat(refund(line.replace("PLAN", "none") + " --yes")).isEqualTo(ExitCode.NOT_FOUND);

        assertThat(sent()).isEmpty();

        assertThat(refund(line + " --yes --plan-digest " + DIGEST.toUpperCase(Locale.ROOT)))
                .as(terminal.err())
                .isZero();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void approvalIsSentWithItsLevelAndTheDigestOfItsDocument() {
        assertThat(refund("approve PLAN --document FILE --level city --yes"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains(
                        "approval  APPROVED", "level     CITY; to be paid before 2096-10-02T", "document  " + DOCUMENT);
        assertThat(terminal.err()).contains("stoppay refund pay " + PLAN);
        assertThat(sent())
                .containsExactly(ApproveRefundPlanRequest.newBuilder()
                        .setPlanId(PLAN)
                        .setPlanDigest(DIGEST)
                        .setDocumentDigest(DOCUMENT)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation(OFFICER.getOrganisation())
                                .setBadgeNumber(OFFICER.getBadgeNumber())
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build());
        assertThat(refund("approve PLAN --level city --yes")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void rejectionIsSentWithItsReason() {
        assertThat(refund("reject PLAN --reason unheard")).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("approval  REJECTED", "why       unheard");
        assertThat(sent())
                .containsExactly(RejectRefundPlanRequest.newBuilder()
                        .setPlanId(PLAN)
                        .setReason("unheard")
                        .setOperator(OFFICER)
                        .build());
    }

    private static RefundPayment in(RefundPaymentState state) {
        return FakePayments.payment(state).build();
    }

    @Test
    void payingShowsTheApprovalAndOrdersOnce() {
        services.payments().approved(FakePayments.submitted(PLAN, OFFICER).build());
        services.payments().are(in(RefundPaymentState.REFUND_PAYMENT_STATE_QUEUED));

        assertThat(refund("pay PLAN --yes")).as(terminal.err()).isZero();

        assertThat(terminal.err()).contains("approval  SUBMITTED", "stoppay refund receipts " + PLAN);
        assertThat(terminal.out()).contains(FakePayments.PAYMENT, "QUEUED", "6217000000000000015", "50,000.00");
        assertThat(sent())
                .containsExactly(PayRefundPlanRequest.newBuilder()
                        .setPlanId(PLAN)
                        .setPlanDigest(DIGEST)
                        .setOperator(OFFICER)
                        .build());
        assertThat(services.payments().lists()).isEmpty();
    }

    @Test
    void payingWaitsUntilAllPaymentsHaveEnded() {
        services.payments().are(in(RefundPaymentState.REFUND_PAYMENT_STATE_SENDING));
        services.payments().thenAre(in(RefundPaymentState.REFUND_PAYMENT_STATE_ACCEPTED));
        services.payments().thenAre(FakePayments.paid().build());

        assertThat(refund("pay PLAN --yes --wait 30s")).as(terminal.err()).isZero();

        assertThat(terminal.err().lines())
                .filteredOn(line -> line.contains("payments have ended"))
                .containsExactly(
                        "0 of 1 payments have ended or need a person", "1 of 1 payments have ended or need a person");
        assertThat(terminal.out()).contains("PAID", "R-1");
    }

    @ParameterizedTest
    @CsvSource({"SENDING, 6", "IN_DOUBT, 6", "DECLINED, 1", "MANUAL, 1", "RETURNED, 1", "PAID, 0"})
    void theExitCodeSaysWhetherAllWasPaid(String state, int expected) {
        services.payments().are(in(RefundPaymentState.valueOf("REFUND_PAYMENT_STATE_" + state)));

        assertThat(refund("pay PLAN --yes --wait 0s")).as(terminal.err()).isEqualTo(expected);
    }

    @Test
    void receiptsAreListedWithWhatIsOdd() {
        services.payments()
                .are(
                        FakePayments.paid().build(),
                        FakePayments.paid()
                                .setState(RefundPaymentState.REFUND_PAYMENT_STATE_RETURNED)
                                .setReturnedFen(4_999_900)
                                .setResultCode("0301")
                                .setDetail("closed")
                                .addFlags(RefundPaymentFlag.REFUND_PAYMENT_FLAG_PAID_TWICE)
                                .build());

        assertThat(refund("receipts PLAN --case c1 --attention --limit 7 --page p"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("RETURNED", "49,999.00", "PAID_TWICE", "0301 name mismatch closed", "2096-10-02T")
                .doesNotContain("林某某");
        assertThat(services.payments().lists())
                .containsExactly(ListRefundPaymentsRequest.newBuilder()
                        .setPlanId(PLAN)
                        .setCaseId("c1")
                        .setNeedsAttention(true)
                        .setPageSize(7)
                        .setPageToken("p")
                        .build());
        assertThat(refund("receipts --lang zh --unmasked")).isZero();
        assertThat(terminal.out()).contains("已退汇", "重复付款", "已付款", "林某某");
        assertThat(refund("receipts -o json")).isZero();
        assertThat(terminal.out()).contains("\"paidFen\": \"5000000\"").doesNotContain("林某某");
    }

    @Test
    void whatAnInstitutionSaidIsRecorded() {
        assertThat(refund("resolve p1 --paid 49,999.00 --receipt R-9 --at 2026-03-01T10:05 --reason fax"))
                .as(terminal.err())
                .isZero();
        assertThat(terminal.out()).contains("PAID", "49,999.00", "R-9");
        assertThat(refund("resolve p1 --not-paid --reason telephone")).isZero();
        assertThat(terminal.out()).contains("DECLINED", "NOT_PAID (said by Shanghai police ***(6): telephone)");

        ResolveRefundPaymentRequest.Builder request =
                ResolveRefundPaymentRequest.newBuilder().setPaymentId("p1").setOperator(OFFICER);
        assertThat(sent())
                .containsExactly(
                        request.clone()
                                .setReason("fax")
                                .setReceipt(RefundReceipt.newBuilder()
                                        .setReceiptId("R-9")
                                        .setPaidFen(4_999_900)
                                        .setPaidAt(Timestamp.newBuilder()
                                                .setSeconds(Instant.parse("2026-03-01T02:05:00Z")
                                                        .getEpochSecond())))
                                .build(),
                        request.clone().setReason("telephone").build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--reason r                                          | --paid, --not-paid: none given",
                "--reason r --paid 1 --not-paid                      | --paid, --not-paid: both given",
                "--reason r --not-paid --receipt R                   | --receipt, --at: with --not-paid",
                "--reason r --paid 1 --at 2026-03-01T10:05           | --receipt: not given",
                "--reason r --paid 1 --receipt R                     | --at: not given",
                "--reason r --paid 1 --receipt R --at noon           | --at: noon (expected: a moment",
                "--reason r --paid 0 --receipt R --at 2026-03-01T10:05 | --paid: 0"
            })
    void whatIsWrongIsNamedAndNothingIsSent(String options, String expected) {
        assertThat(refund("resolve p1 " + options)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit PLAN --yes",
                "approve PLAN --document FILE --level city --yes",
                "reject PLAN --reason 理由",
                "pay PLAN --yes --wait 1s",
                "receipts",
                "resolve p1 --not-paid --reason 理由"
            })
    void everythingIsSaidInChinese(String line) {
        services.payments().are(FakePayments.paid().build());
        terminal.with("STOPPAY_ORGANISATION", "上海市公安局");

        assertThat(refund(line + " --lang zh")).as(terminal.err()).isZero();

        ChineseScreen.requireChinese(terminal.out());
        ChineseScreen.requireFits(terminal.out());
    }
}

package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.BatchSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.ApproveRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.CreateRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PayRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundBatchLineState;
import org.stoppayment.proto.recovery.v1.RejectRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.SubmitRefundBatchRequest;

/** {@code stoppay refund batch}, but for its export. */
class RefundBatchTest extends CommandTestBase {

    private static final Operator OFFICER = Operator.newBuilder()
            .setOrganisation("Shanghai police")
            .setBadgeNumber("100234")
            .build();
    private static final String REQUEST = "0193a000-0000-7000-8000-00000000009f";

    /** SHA-256 of the word "decision". */
    private static final String DOCUMENT = "86ae35d58a6aa3b5742df94ef9d7162219f0106a911ae1954c1f0604aaec805d";

    private String file = "";

    @BeforeEach
    void signOn() throws IOException {
        terminal.with("STOPPAY_ORGANISATION", OFFICER.getOrganisation())
                .with("STOPPAY_BADGE", OFFICER.getBadgeNumber());
        file = Files.writeString(directory.resolve("decision.pdf"), "decision").toString();
    }

    private int batch(String line) {
        return terminal.run(
                ("refund batch " + line.replace("BATCH", BatchSamples.BATCH).replace("FILE", file)).split(" "));
    }

    private List<Message> sent() {
        return services.batches().requests();
    }

    @Test
    void previewShowsThePlansAndWhatIsLeftOutAndWhy() {
        assertThat(batch("preview --station 漳州市公安局110 --institution ICBC --from-sum 10 --to-sum 5,000.00"
                        + " --from-days 30 --to-days 400"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out())
                .contains("station   漳州市公安局110", "pays      10.00 .. 5,000.00", "age       30 .. 400 days")
                .contains("0193a000-0000-7000-8000-0000000000a1", "2,500.00", "6222020000000000001")
                .contains("left out, 2 plans", "NOT_READY", "CONDITION_UNMET: IDENTITY_VERIFIED")
                .contains("IN_BATCH", BatchSamples.BATCH)
                .contains("in all    2 plans, 7,500.00", "digest    " + BatchSamples.DIGEST);
        assertThat(sent())
                .containsExactly(PreviewRefundBatchRequest.newBuilder()
                        .setCriteria(BatchCriteria.newBuilder()
                                .setStation("漳州市公安局110")
                                .setInstitutionCode("102100099996")
                                .setFromFen(1_000)
                                .setToFen(500_000)
                                .setFromDays(30)
                                .setToDays(400)
                                .setStage(BatchPlanStage.BATCH_PLAN_STAGE_READY))
                        .build());
    }

    @Test
    void creationShowsThePlansAsksAndSendsWhatWasShown() {
        terminal.answering("y\n");

        assertThat(batch("create --station Zhangzhou --approved --request-id " + REQUEST))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.err())
                .contains("in all    2 plans, 7,500.00", "Make a batch of these plans? [y/N]")
                .contains("stoppay refund batch submit " + REQUEST);
        assertThat(terminal.out()).contains("batch     " + REQUEST + "  OPEN", "digest    " + BatchSamples.DIGEST);
        BatchCriteria criteria = BatchCriteria.newBuilder()
                .setStation("Zhangzhou")
                .setStage(BatchPlanStage.BATCH_PLAN_STAGE_APPROVED)
                .build();
        assertThat(sent())
                .containsExactly(
                        PreviewRefundBatchRequest.newBuilder()
                                .setCriteria(criteria)
                                .build(),
                        CreateRefundBatchRequest.newBuilder()
                                .setBatchId(REQUEST)
                                .setCriteria(criteria)
                                .setDigest(BatchSamples.DIGEST)
                                .setOperator(OFFICER)
                                .build());
    }

    @Test
    void withoutAPlanNothingIsMade() {
        services.batches().findNothing();

        assertThat(batch("create --yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("no plan that can be put into a batch");
        assertThat(sent()).hasSize(1);
    }

    @Test
    void submissionSaysOfEachPlanWhatCameOfIt() {
        services.batches()
                .comeTo(
                        BatchSamples.refused(2, "PLAN_BLOCKED", "plan: NOTICE_RUNNING (expected: nothing)"),
                        BatchSamples.done(1));

        assertThat(batch("submit BATCH --yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("in all    2 plans, 7,500.00", "another officer approves it with");
        assertThat(terminal.out())
                .containsSubsequence("0193a000-0000-7000-8000-0000000000a1", "DONE")
                .containsSubsequence(
                        "0193a000-0000-7000-8000-0000000000a2", "REFUSED", "NOTICE_RUNNING", "[PLAN_BLOCKED]");
        assertThat(sent())
                .containsExactly(SubmitRefundBatchRequest.newBuilder()
                        .setBatchId(BatchSamples.BATCH)
                        .setDigest(BatchSamples.DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void approvalIsSentWithOneDocumentForAll() {
        assertThat(batch("approve BATCH --document FILE --level city --yes"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.err()).contains("document  " + DOCUMENT.substring(0, 40));
        assertThat(sent())
                .containsExactly(ApproveRefundBatchRequest.newBuilder()
                        .setBatchId(BatchSamples.BATCH)
                        .setDigest(BatchSamples.DIGEST)
                        .setDocumentDigest(DOCUMENT)
                        .setApprover(Approver.newBuilder()
                                .setOrganisation(OFFICER.getOrganisation())
                                .setBadgeNumber(OFFICER.getBadgeNumber())
                                .setLevel(ApprovalLevel.APPROVAL_LEVEL_CITY))
                        .build());
    }

    @Test
    void rejectionIsSentWithItsReason() {
        assertThat(batch("reject BATCH --reason mistake --yes"))
                .as(terminal.err())
                .isZero();

        assertThat(sent())
                .containsExactly(RejectRefundBatchRequest.newBuilder()
                        .setBatchId(BatchSamples.BATCH)
                        .setReason("mistake")
                        .setOperator(OFFICER)
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"PAID, 0", "NOT_ALL_PAID, 1", "PAID_TOO_MUCH, 1", "PAYING, 6", "SUPERSEDED, 0"})
    void theExitCodeSaysWhetherAllWasPaidInTime(String state, int expected) {
        services.batches().stand(RefundBatchLineState.valueOf("REFUND_BATCH_LINE_STATE_" + state));

        assertThat(batch("pay BATCH --yes --wait 0s")).as(terminal.err()).isEqualTo(expected);

        assertThat(terminal.out()).contains("DONE", state);
        assertThat(sent())
                .containsExactly(PayRefundBatchRequest.newBuilder()
                        .setBatchId(BatchSamples.BATCH)
                        .setDigest(BatchSamples.DIGEST)
                        .setOperator(OFFICER)
                        .build());
    }

    @Test
    void actThatBreaksOffSaysHowFarItCameAndHowToGoOn() {
        services.batches().comeTo(BatchSamples.done(1));
        services.batches().breakOffWith(Status.UNAVAILABLE.withDescription("shutting down"));

        assertThat(batch("pay BATCH --yes")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.out()).contains("0193a000-0000-7000-8000-0000000000a1", "DONE");
        assertThat(terminal.err()).contains("interrupted after 1 of 2 plans; repeat the command");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submit BATCH",
                "approve BATCH --document FILE --level city",
                "pay BATCH",
                "reject BATCH --reason r"
            })
    void nothingIsSentWithoutYesOrOfABatchThatIsNotThere(String line) {
        assertThat(batch(line)).isEqualTo(ExitCode.USAGE);
        terminal.answering("n\n");
        assertThat(batch(line)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("nothing was sent");
        assertThat(batch(line.replace("BATCH", "none") + " --yes")).isEqualTo(ExitCode.NOT_FOUND);

        assertThat(sent()).isEmpty();
    }

    @Test
    void anotherBatchThanTheOneThatWasReadIsRefused() {
        assertThat(batch("pay BATCH --yes --batch-digest " + "a".repeat(64))).isEqualTo(ExitCode.REFUSED);
        assertThat(terminal.err()).contains("(expected: " + BatchSamples.DIGEST + ", the digest of this batch)");
        assertThat(batch("pay BATCH --yes --batch-digest abc")).isEqualTo(ExitCode.USAGE);
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "preview --approved --rejected | --approved, --rejected: both",
                "preview --from-sum abc | --from-sum: abc",
                "preview --to-sum -5 | --to-sum: -5",
                "preview --from-sum 10 --to-sum 9.99 | --to-sum: 9.99 (expected: at least 10.00)",
                "preview --from-days -1 | --from-days: -1 (expected: a whole number, 0..36500)",
                "preview --to-days 3.5 | --to-days: 3.5 (expected: a whole number, 0..36500)",
                "preview --from-days 9 --to-days 8 | --to-days: 8 (expected: at least 9)"
            })
    void wrongCriteriaAreNamedAndNothingIsAsked(String line, String expected) {
        assertThat(batch(line)).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains(expected);
        assertThat(sent()).isEmpty();
    }

    @Test
    void programsGetJson() {
        assertThat(batch("show BATCH -o json")).as(terminal.err()).isZero();
        assertThat(terminal.out()).contains("\"batch\"", "\"lines\"", "\"payFen\" : \"250000\"");
        assertThat(batch("pay BATCH --yes -o json")).isZero();
        assertThat(terminal.out().lines())
                .filteredOn(line -> line.startsWith("{\"result\""))
                .hasSize(2);
        assertThat(terminal.out()).contains("{\"batch\":{\"batchId\":\"" + BatchSamples.BATCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview",
                "create --yes",
                "list",
                "show BATCH",
                "submit BATCH --yes",
                "approve BATCH --document FILE --level city --yes",
                "reject BATCH --reason 理由 --yes",
                "pay BATCH --yes --wait 0s"
            })
    void everythingIsSaidInChinese(String line) {
        services.batches().comeTo(BatchSamples.refused(1, "PLAN_BLOCKED", "plan: NOTICE_RUNNING (expected: nothing)"));
        terminal.with("STOPPAY_ORGANISATION", "上海市公安局");

        batch(line + " --lang zh");

        ChineseScreen.requireChinese(terminal.out());
        ChineseScreen.requireFits(terminal.out());
    }
}

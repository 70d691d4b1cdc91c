package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.BatchSamples;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.BatchCriteria;
import org.stoppayment.proto.recovery.v1.BatchPlanStage;
import org.stoppayment.proto.recovery.v1.PreviewRefundBatchRequest;
import org.stoppayment.proto.recovery.v1.RefundAccount;
import org.stoppayment.proto.recovery.v1.RefundBatchPayout;

/** What an officer reads of a batch before an act on it, and after. */
class RefundBatchReadingTest extends CommandTestBase {

    @BeforeEach
    void signOn() {
        terminal.with("STOPPAY_ORGANISATION", "Shanghai police").with("STOPPAY_BADGE", "100999");
    }

    private int batch(String line) {
        return terminal.run(("refund batch " + line.replace("BATCH", BatchSamples.BATCH)).split(" "));
    }

    private RefundBatchPayout payout(int number) {
        return RefundBatchPayout.newBuilder()
                .setLine(services.batches().line(number))
                .setVictimName("林某某")
                .setAmountFen(250_000)
                .setPayee(RefundAccount.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setInstitutionCode("103100000026")
                                .setNumber("0012345678901234567")))
                .build();
    }

    @Test
    void plansThatAreLeftOutByNameAreSentInOrderAndShown() {
        String one = "0193a000-0000-7000-8000-0000000000a1";
        String two = "0193a000-0000-7000-8000-0000000000a2";

        assertThat(batch("preview --except " + two + " --except " + one.toUpperCase(Locale.ROOT) + " --except " + two))
                .as(terminal.err())
                .isZero();

        assertThat(services.batches().requests())
                .singleElement()
                .isEqualTo(PreviewRefundBatchRequest.newBuilder()
                        .setCriteria(BatchCriteria.newBuilder()
                                .setStage(BatchPlanStage.BATCH_PLAN_STAGE_READY)
                                .addExceptPlanIds(one)
                                .addExceptPlanIds(two))
                        .build());
        assertThat(terminal.out()).contains("without   " + one, "without   " + two);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit BATCH --yes", "pay BATCH --yes"})
    void whoGetsHowMuchIsShownBeforeTheQuestion(String line) {
        services.batches().pay(payout(1), payout(2));

        assertThat(batch(line)).as(terminal.err()).isZero();

        assertThat(terminal.err())
                .contains("2,500.00", "0012345678901234567")
                .doesNotContain("林某某", "the first 50 payouts");
    }

    @Test
    void ofManyPayoutsTheFirstAreShownAndWhereTheRestIs() {
        services.batches()
                .pay(IntStream.rangeClosed(1, 60).mapToObj(this::payout).toArray(RefundBatchPayout[]::new));

        batch("pay BATCH --yes");

        assertThat(terminal.err())
                .contains("the first 50 payouts; read all with: ./stoppay refund batch export " + BatchSamples.BATCH);
    }

    @Test
    void batchWhoseDigestIsNotThatOfItsPlansIsRefused() {
        services.batches().exchangePlans();

        assertThat(batch("pay BATCH --yes")).isEqualTo(ExitCode.REFUSED);

        assertThat(terminal.err()).contains("the batch says " + BatchSamples.DIGEST);
        assertThat(services.batches().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"show BATCH", "list", "pay BATCH --yes"})
    void badgesAreMasked(String line) {
        batch(line);

        assertThat(terminal.out() + terminal.err()).contains("Zhangzhou police").doesNotContain("100234");
    }

    @Test
    void planThatIsPassedOverIsNoRefusal() {
        services.batches().comeTo(BatchSamples.done(1), BatchSamples.passedOver(2, "PLAN_SUPERSEDED"));

        assertThat(batch("pay BATCH --yes")).as(terminal.err()).isZero();

        assertThat(terminal.out()).contains("PASSED_OVER", "[PLAN_SUPERSEDED]");
    }

    @Test
    void blockersAreNamedInChinese() {
        services.batches()
                .comeTo(BatchSamples.refused(
                        1, "PLAN_BLOCKED", "plan: NOTICE_RUNNING (expected: nothing that stands in its way)"));

        batch("submit BATCH --yes --lang zh");

        assertThat(terminal.out().replaceAll("\\s+", "")).contains("公告期未届满");
    }

    @Test
    void creationThatWasAnsweredBeforeIsShownAgain() {
        assertThat(batch("create --station 漳州市公安局110 --to-sum 5,000.00 --from-days 30 --yes --request-id BATCH"))
                .as(terminal.err())
                .isZero();

        assertThat(terminal.out()).contains(BatchSamples.BATCH);
        assertThat(services.batches().requests()).isEmpty();
        assertThat(batch("create --station other --yes --request-id BATCH")).isEqualTo(ExitCode.REFUSED);
    }
}

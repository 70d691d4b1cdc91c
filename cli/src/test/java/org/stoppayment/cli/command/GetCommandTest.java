package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.intake.v1.Case;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.ReportedTransfer;
import org.stoppayment.proto.intake.v1.Warning;
import org.stoppayment.proto.intake.v1.Withdrawal;

/** What the dispatcher sees of a case while the caller is on the line. */
class GetCommandTest extends CommandTestBase {

    private static final String FIRST = "6228480000000000125";
    private static final String SECOND = "6214830000000000018";
    private static final Timestamp NOW =
            Timestamps.fromMillis(SystemTime.SOURCE.instant().toEpochMilli());

    private String caseId = "";

    @BeforeEach
    void report() {
        terminal.run("report", ZHANGZHOU + ".report.json");
        caseId = terminal.out().strip();
    }

    private String shown() {
        assertThat(terminal.run("get", caseId, "-o", "wide")).isZero();
        return terminal.out();
    }

    private static ReportedTransfer transfer(String id, String number, String corrects, long secondsAfter) {
        return ReportedTransfer.newBuilder()
                .setTransferId(id)
                .setCorrectsTransferId(corrects)
                .setAcceptedAt(after(secondsAfter))
                .setTransfer(Transfer.newBuilder()
                        .setAmountFen(700_000)
                        .setPayee(Account.newBuilder()
                                .setName("钱某某")
                                .setNumber(number)
                                .setInstitutionCode("308584000013")))
                .build();
    }

    private static Timestamp after(long seconds) {
        return Timestamps.add(NOW, Durations.fromSeconds(seconds));
    }

    /** The first transfer and a second one, which is corrected, so that three are stored. */
    private static Case corrected(Case found) {
        return found.toBuilder()
                .setAcceptedAt(NOW)
                .addTransfers(transfer("two", SECOND, "", 10))
                .addTransfers(transfer("three", SECOND, "two", 20))
                .build();
    }

    private static TimelineEntry step(StopOrderState state, String cause, long secondsAfter) {
        return TimelineEntry.newBuilder()
                .setState(state)
                .setCause(cause)
                .setAt(after(secondsAfter))
                .build();
    }

    private static StopOrder declined(String code, long secondsAfter) {
        return StopOrder.newBuilder()
                .setApplicationId("app-" + code)
                .setAccount(Account.newBuilder().setNumber(SECOND).setInstitutionCode("308584000013"))
                .setState(StopOrderState.STOP_ORDER_STATE_DECLINED)
                .setResultCode(code)
                .addMismatched("account.name")
                .addTimeline(step(StopOrderState.STOP_ORDER_STATE_SENDING, "SENT", secondsAfter))
                .addTimeline(step(StopOrderState.STOP_ORDER_STATE_DECLINED, "FEEDBACK " + code, secondsAfter + 1))
                .build();
    }

    @Test
    void transfersAreNumberedAndTheirStopsCountDown() {
        services.tamper(progress -> progress.toBuilder()
                .setOrders(
                        0,
                        progress.getOrders(0).toBuilder()
                                .setExpiresAt(Timestamps.add(NOW, Durations.fromSeconds(47 * 3600 + 1800))))
                .build());

        assertThat(shown())
                .containsPattern("NO\\. +PAYEE +NAME +INSTITUTION +SUM")
                .containsPattern("1 +" + FIRST
                        + " +\\*\\*\\*\\(3\\) +103100000026 农行 +140,000.00 .* IN_EFFECT .*\\(in 1 d 23 h\\)")
                .doesNotContain("卡主甲");
    }

    @Test
    void correctionsAreNotCountedAsTransfersAndShowWhatTheyReplace() {
        services.tamperCase(GetCommandTest::corrected);

        assertThat(shown())
                .contains("2 transfers (1 corrected)")
                .containsPattern("2 +" + SECOND + " .*replaced by 3")
                .containsPattern("3 +" + SECOND);
    }

    @Test
    void declinedTransferSaysWhyUntilItIsCorrected() {
        services.tamperCase(found ->
                found.toBuilder().addTransfers(transfer("two", SECOND, "", 1)).build());
        services.tamper(
                progress -> progress.toBuilder().addOrders(declined("0301", 2)).build());
        assertThat(shown()).containsPattern("2 +" + SECOND + " .*DECLINED +0301 name mismatch, account.name");

        services.tamperCase(GetCommandTest::corrected);
        assertThat(shown())
                .as("the order was declined before the correction")
                .containsPattern("3 +" + SECOND + " +\\S+ +308584000013 招行 +7,000.00 +- +- +- +-");
    }

    @Test
    void whatHappenedIsToldInOrder() {
        services.tamperCase(found -> corrected(found).toBuilder()
                .setStatus(CaseStatus.CASE_STATUS_CLOSED)
                .setWithdrawal(Withdrawal.newBuilder()
                        .setWithdrawnAt(after(60))
                        .setReason("paid on purpose")
                        .setReference("statement 7"))
                .build());
        services.tamper(progress -> progress.toBuilder()
                .clearOrders()
                .addOrders(declined("0301", 11))
                .addOrders(StopOrder.newBuilder()
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_IN_EFFECT, "FEEDBACK 0000", 25))
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_IN_EFFECT, "EXTENDED", 40))
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_LIFTED, "LIFTED", 50)))
                .build());

        String history = shown().substring(terminal.out().indexOf("what happened"));

        assertThat(history.lines().skip(2).map(line -> line.replaceAll("^\\S+ +| {2,}", " ")
                        .strip()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("reported, 1 transfer"),
                        line -> assertThat(line).startsWith("transfer 2 added " + SECOND + " 308584000013 招行"),
                        line -> assertThat(line).startsWith("SENDING " + SECOND),
                        line -> assertThat(line)
                                .startsWith("DECLINED " + SECOND)
                                .endsWith("0301 name mismatch"),
                        line -> assertThat(line).startsWith("transfer 2 corrected: it reads as 3 now " + SECOND),
                        line -> assertThat(line).startsWith("IN_EFFECT"),
                        line -> assertThat(line).startsWith("EXTENDED"),
                        line -> assertThat(line).startsWith("LIFTED"),
                        line -> assertThat(line).startsWith("case withdrawn").endsWith("paid on purpose, statement 7"));
    }

    @Test
    void stepsOfAnOrderThatTheCaseJoinedLaterAreLeftOut() {
        services.tamperCase(found -> found.toBuilder().setAcceptedAt(NOW).build());
        services.tamper(progress -> progress.toBuilder()
                .clearOrders()
                .addOrders(StopOrder.newBuilder()
                        .setJoined(true)
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_SENDING, "SENT", -60))
                        .addTimeline(step(StopOrderState.STOP_ORDER_STATE_LAPSED, "TERM_ENDED", 60)))
                .build());

        assertThat(shown()).contains("TERM_ENDED").doesNotContain("SENDING");
    }

    @Test
    void warningNamesTheNumberOfItsTransfer() {
        services.tamperCase(found -> corrected(found).toBuilder()
                .addWarnings(Warning.newBuilder()
                        .setTransferId("three")
                        .setField("corrections[0].corrected.payee.number")
                        .setCode("LUHN")
                        .setDescription("value: 62***12 (expected: a card number with a right check digit)"))
                .build());

        shown();
        assertThat(terminal.err())
                .contains(
                        "transfer 3, payee.number: 62***12 (expected: a card number with a right check digit) [LUHN]");
    }

    @Test
    void historyIsInChinese() {
        terminal.with("LANG", "zh_CN.UTF-8");
        services.tamperCase(GetCommandTest::corrected);
        services.tamper(
                progress -> progress.toBuilder().addOrders(declined("0301", 11)).build());

        assertThat(shown()).contains("2 笔转账（已更正 1 笔）", "已由第 3 笔替代", "更正第 2 笔转账，以第 3 笔为准", "0301 户名不符");
    }
}

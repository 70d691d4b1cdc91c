package org.stoppayment.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoppayment.cli.fake.FakeWatching.end;
import static org.stoppayment.cli.fake.FakeWatching.snapshot;

import io.grpc.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.cli.fake.FakeObjections;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.FakeRecoveryWatching;
import org.stoppayment.cli.fake.HoldSamples;
import org.stoppayment.cli.fake.WideAnswers;
import org.stoppayment.cli.output.DisplayWidth;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.freeze.v1.HoldProposal;
import org.stoppayment.proto.freeze.v1.HoldProposalKind;
import org.stoppayment.proto.freeze.v1.Objection;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TracedTransfer;
import org.stoppayment.proto.freeze.v1.WatchEndReason;
import org.stoppayment.proto.recovery.v1.AccountShares;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundPayment;
import org.stoppayment.proto.recovery.v1.WatchedPlan;

/** Every table for people fits a terminal of 80 columns, whatever is in it, and shows it whole. */
class ScreenWidthTest extends CommandTestBase {

    private static final String NINGBO = "ningbo-ten-levels-6m";
    private static final int COLUMNS = 80;
    private static final String SUM = "1,000,000,000.00";

    private String caseId = "";

    @BeforeEach
    void answerWide() {
        terminal.run("report", NINGBO + ".report.json");
        caseId = terminal.out().strip();
        services.manual(StopOrder.newBuilder()
                .setManualReason("UNREADABLE_BY_GATEWAY")
                .addCandidateInstitutionCodes("308584000013")
                .addCandidateInstitutionCodes("102100099996")
                .addTimeline(TimelineEntry.newBuilder().setState(StopOrderState.STOP_ORDER_STATE_MANUAL))
                .build());
        services.watching()
                .nextStream(Status.OK, snapshot(1, chain()), end(1, "1", WatchEndReason.WATCH_END_REASON_SETTLED));
        services.attention().nextStream(Status.PERMISSION_DENIED);
        services.holds().list(HoldSamples.freeze("f1"), Freeze.getDefaultInstance());
        services.objections().list(FakeObjections.objection("o1"), Objection.getDefaultInstance());
        services.objections().tell(FakeObjections.notice());
        services.payments()
                .are(FakePayments.paid().build(), RefundPayment.newBuilder().build());
        services.payments()
                .approved(FakePayments.submitted("p", Operator.getDefaultInstance())
                        .build());
        services.recoveryWatching()
                .nextStream(
                        Status.INTERNAL,
                        FakeRecoveryWatching.snapshot(
                                1,
                                RecoverySnapshot.newBuilder()
                                        .addPlans(WatchedPlan.getDefaultInstance())
                                        .build()));
        services.refunds().share(AccountShares.getDefaultInstance());
        services.holds()
                .propose(Stream.of(HoldProposalKind.values())
                        .filter(kind -> kind != HoldProposalKind.UNRECOGNIZED)
                        .map(kind -> HoldSamples.proposal(kind, caseId, HoldSamples.ACCOUNT, 1))
                        .toArray(HoldProposal[]::new));
        services.answerWide();
    }

    /** Twelve levels, the most that the rule set follows. */
    private static Trace chain() {
        return Trace.newBuilder()
                .addAllNodes(IntStream.rangeClosed(1, 12)
                        .mapToObj(level -> TraceNode.newBuilder()
                                .setLevel(level)
                                .setState(StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER)
                                .setAccount(account(level))
                                .build())
                        .toList())
                .addAllTransfers(IntStream.rangeClosed(2, 12)
                        .mapToObj(level -> TracedTransfer.newBuilder()
                                .setPayer(account(level - 1))
                                .setPayee(account(level))
                                .build())
                        .toList())
                .build();
    }

    private static Account account(int level) {
        return Account.newBuilder()
                .setInstitutionCode("Z2007933000010")
                .setNumber("62220200000000" + (10_000 + level))
                .build();
    }

    static Stream<String> screens() {
        return Stream.of("en", "zh").flatMap(language -> Stream.of(
                        "list",
                        "get CASE",
                        "watch CASE",
                        "trace CASE",
                        "manual list",
                        "alerts",
                        "alerts ack ALERT --organisation 110 --badge 100234",
                        "attention list",
                        "attention watch",
                        "dissuasion list --limit 2",
                        "institutions list",
                        "mules",
                        "mules 6228480000000001016",
                        "hold list",
                        "hold show ID",
                        "hold propose",
                        "hold overheld",
                        "hold report --by month,fraud,bank",
                        "hold notice 102100099996 6222020000000000018",
                        "objection list",
                        "objection show ID",
                        "query list",
                        "query show ID",
                        "victim show ID",
                        "recovery CASE",
                        "refund list",
                        "refund explain PLAN",
                        "refund receipts",
                        "refund resolve ID --not-paid --reason r --organisation 110 --badge 100234",
                        "refund reject PLAN --reason r --organisation 110 --badge 100234",
                        "recovery CASE --watch",
                        "victim account CASE --original --reason r --organisation 110 --badge 100234",
                        "stop extend ID --reason r --reference s --organisation 110 --badge 100234")
                .map(screen -> screen + " --unmasked --lang " + language));
    }

    private void show(String screen) {
        terminal.run(screen.replace("CASE", caseId).split(" "));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void noLineIsWiderThanTheTerminal(String screen) {
        show(screen);

        assertThat(terminal.out().lines())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(COLUMNS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "get CASE",
                "watch CASE",
                "trace CASE",
                "manual list",
                "alerts",
                "attention list",
                "dissuasion list --limit 2",
                "mules",
                "hold list",
                "hold show ID",
                "hold propose",
                "hold overheld",
                "recovery CASE",
                "refund list",
                "refund explain PLAN",
                "refund receipts",
                "recovery CASE --watch"
            })
    void sumsAndIdsAreWhole(String screen) {
        show(screen);

        List<String> words = Arrays.asList(terminal.out().split("\\s+"));
        assertThat(words).contains(SUM);
        assertThat(terminal.out()).doesNotContain("…");
        assertThat(words).anyMatch(word -> word.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{19}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get CASE",
                "alerts ack ALERT --organisation 110 --badge 100234",
                "watch CASE",
                "hold show ID",
                "objection show ID"
            })
    void longReasonsAreWhole(String screen) {
        show(screen + " --unmasked");

        assertThat(terminal.out().replaceAll("\\s+", "")).as(terminal.err()).contains(WideAnswers.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "get CASE", "manual list", "alerts", "attention list", "dissuasion list --limit 2"})
    void wideFormHasARowOnOneLine(String screen) {
        show(screen + " -o wide");

        assertThat(terminal.out().lines()).as(terminal.err()).anyMatch(line -> DisplayWidth.of(line) > COLUMNS);
    }
}

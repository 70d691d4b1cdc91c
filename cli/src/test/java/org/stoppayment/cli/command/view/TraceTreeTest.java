package org.stoppayment.cli.command.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TraceSums;
import org.stoppayment.proto.freeze.v1.TracedTransfer;

class TraceTreeTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";

    private final Console console;

    TraceTreeTest() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        console = new Console(nowhere, nowhere, false).wide();
    }

    private static Account account(String institution, String number) {
        return Account.newBuilder()
                .setInstitutionCode(institution)
                .setNumber(number)
                .build();
    }

    private static TraceNode node(int level, Account account) {
        return TraceNode.newBuilder().setLevel(level).setAccount(account).build();
    }

    private static TracedTransfer paid(Account payer, Account payee) {
        return TracedTransfer.newBuilder().setPayer(payer).setPayee(payee).build();
    }

    @Test
    void whatIsFrozenIsNamedBesideWhatIsHeld() {
        TraceSums sums = TraceSums.newBuilder()
                .setReportedFen(3_000_000)
                .setHeldFen(1_000_000)
                .setFrozenFen(2_000_000)
                .build();
        assertThat(TraceTree.sums(console, sums))
                .startsWith("reported 30,000.00 = held 10,000.00 + frozen 20,000.00 + cash");
        assertThat(TraceTree.sums(console, TraceSums.getDefaultInstance())).doesNotContain("frozen");
    }

    @Test
    void whatWasPaidBackIsNamedIfThereIsAny() {
        TraceSums sums = TraceSums.newBuilder()
                .setReportedFen(3_000_000)
                .setFrozenFen(2_000_000)
                .setReturnedFen(1_000_000)
                .build();
        Trace trace = Trace.newBuilder()
                .addNodes(node(1, account(ICBC, "1")).toBuilder().setSums(sums))
                .build();

        assertThat(TraceTree.sums(console, sums)).contains(" + restored 0.00 + returned 10,000.00 + unknown 0.00");
        assertThat(TraceTree.sums(console, TraceSums.getDefaultInstance())).doesNotContain("returned");
        assertThat(TraceTree.of(console, trace)).contains("RETURNED", "10,000.00");
    }

    @Test
    void whatWasLiftedOrLapsedIsNotCalledUnknown() {
        TraceSums sums = TraceSums.newBuilder()
                .setReportedFen(3_000_000)
                .setLapsedFen(1_000_000)
                .setLiftedFen(2_000_000)
                .build();
        assertThat(TraceTree.sums(console, sums)).endsWith(" + lapsed 10,000.00 + lifted 20,000.00 + unknown 0.00");
        assertThat(TraceTree.sums(
                        console, TraceSums.newBuilder().setUnknownFen(100).build()))
                .doesNotContain("lapsed", "lifted")
                .endsWith(" + unknown 1.00");
    }

    @Test
    void whereMoneyIsThatIsNotHeldHasAColumnIfThereIsAny() {
        Trace.Builder trace = Trace.newBuilder().addNodes(node(1, account(ICBC, "1")));
        assertThat(TraceTree.of(console, trace.build()))
                .doesNotContain("LAPSED", "LIFTED", "GONE ON", "LEFT", "UNKNOWN");

        trace.addNodes(node(1, account(ICBC, "2")).toBuilder()
                .setSums(TraceSums.newBuilder().setReportedFen(700).setLiftedFen(700)));

        assertThat(TraceTree.of(console, trace.build()).lines())
                .satisfiesExactly(
                        headings -> assertThat(headings)
                                .containsPattern("TAINTED +HELD +LIFTED")
                                .doesNotContain("LAPSED", "GONE ON", "LEFT", "UNKNOWN"),
                        first -> assertThat(first).containsPattern("^1 +" + ICBC + " +1 .* 0.00 +0.00 +0.00 +-$"),
                        second -> assertThat(second).containsPattern("^2 +" + ICBC + " +1 .* 7.00 +0.00 +7.00 +-$"));
    }

    @Test
    void parentIsTheFirstPayerFromTheLevelAbove() {
        Account one = account(ICBC, "1");
        Account two = account(ICBC, "2");
        Account three = account(ICBC, "3");
        Account four = account(ICBC, "4");
        Trace trace = Trace.newBuilder()
                .addNodes(node(1, one))
                .addNodes(node(1, two))
                .addNodes(node(2, three))
                .addNodes(node(2, four))
                .addTransfers(paid(three, four))
                .addTransfers(paid(two, three))
                .addTransfers(paid(one, three))
                .addTransfers(paid(two, four))
                .build();

        assertThat(TraceTree.of(console, trace).lines())
                .extracting(line -> line.replaceAll("  .*", ""))
                .containsExactly("ACCOUNT", "1", "2", "├─3", "└─4");
    }

    @Test
    void institutionsAreShownWithTheirShortNames() {
        Trace trace = Trace.newBuilder()
                .addNodes(node(1, account(ICBC, "1")))
                .addNodes(node(2, account(ABC, "1")))
                .addTransfers(paid(account(ICBC, "1"), account(ABC, "1")))
                .build();
        Console naming = console.naming(code -> code.equals(ICBC) ? "工行" : "");

        assertThat(TraceTree.of(naming, trace).lines())
                .satisfiesExactly(
                        headings -> assertThat(headings).startsWith("ACCOUNT  INSTITUTION        LEVEL"),
                        first -> assertThat(first).startsWith("1        " + ICBC + " 工行  "),
                        second -> assertThat(second).startsWith("└─1      " + ABC + "       "));
        assertThat(TraceTree.dot(naming, trace)).contains("label=\"1\\n" + ICBC + " 工行", "label=\"1\\n" + ABC);
    }

    private static TraceNode.Builder answered(Account account, long placedMillis, long settledMillis) {
        return node(1, account).toBuilder()
                .setApplicationId("app-" + account.getNumber())
                .setPlacedAt(at(placedMillis))
                .setSettledAt(at(settledMillis))
                .setStoppedAt(at(settledMillis - 5_000));
    }

    private static Timestamp at(long millis) {
        return Timestamps.fromMillis(1_767_600_000_000L + millis);
    }

    @Test
    void millisecondsCountFromTheFirstOrderByTheClockThatRecordedBoth() {
        Trace trace = Trace.newBuilder()
                .addNodes(answered(account(ICBC, "1"), 40, 100))
                .addNodes(answered(account(ICBC, "2"), 30, 250))
                .build();

        assertThat(TraceTree.of(console, trace).lines())
                .satisfiesExactly(
                        headings -> assertThat(headings).endsWith("MS TO ANSWER"),
                        first -> assertThat(first).startsWith("1 ").endsWith(" 70"),
                        second -> assertThat(second).startsWith("2 ").endsWith(" 220"));
        assertThat(TraceTree.levels(console, trace)).containsPattern(" 70 +220");
    }

    @Test
    void joinedOrderThatWasAnsweredBeforeTheFirstOrderHasNoNegativeTime() {
        Trace trace = Trace.newBuilder()
                .addNodes(answered(account(ICBC, "1"), 40, 100))
                .addNodes(answered(account(ICBC, "2"), -9_000, -8_000).setJoined(true))
                .build();

        assertThat(TraceTree.of(console, trace).lines())
                .anySatisfy(line -> assertThat(line).startsWith("2 ").endsWith("before"));
        assertThat(TraceTree.levels(console, trace)).containsPattern(" 60 +60").doesNotContain("-8");
    }
}

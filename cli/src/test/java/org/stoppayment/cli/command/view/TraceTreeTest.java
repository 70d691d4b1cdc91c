package org.stoppayment.cli.command.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.freeze.v1.TraceNode;
import org.stoppayment.proto.freeze.v1.TracedTransfer;

class TraceTreeTest {

    private static final String ICBC = "102100099996";
    private static final String ABC = "103100000026";

    private final Console console;

    TraceTreeTest() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        console = new Console(nowhere, nowhere, false);
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

        assertThat(TraceTree.of(console, trace, Instant.EPOCH).lines())
                .extracting(line -> line.replaceAll("  .*", ""))
                .containsExactly("ACCOUNT", "1", "2", "├─ 3", "└─ 4");
    }

    @Test
    void institutionsAreShownWhenTwoAccountsHaveTheSameNumber() {
        Trace.Builder trace = Trace.newBuilder().addNodes(node(1, account(ICBC, "1")));
        assertThat(TraceTree.of(console, trace.build(), Instant.EPOCH)).doesNotContain("INSTITUTION", ICBC);

        trace.addNodes(node(2, account(ABC, "1"))).addTransfers(paid(account(ICBC, "1"), account(ABC, "1")));

        assertThat(TraceTree.of(console, trace.build(), Instant.EPOCH).lines())
                .satisfiesExactly(
                        headings -> assertThat(headings).startsWith("ACCOUNT  INSTITUTION   LEVEL"),
                        first -> assertThat(first).startsWith("1        " + ICBC),
                        second -> assertThat(second).startsWith("└─ 1     " + ABC));
        assertThat(TraceTree.dot(trace.build())).contains("label=\"1\\n" + ABC);
    }
}

package org.stoppayment.cli.command.cases;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.DuplicateTable;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.command.view.ViewText;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where the money of a case went. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where the money of a case went, level by level (逐级追查).",
            "Every sum adds up to the fen.",
            "Milliseconds are counted from the case's first order to the institution's answer, by account-freeze's"
                    + " clock."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay trace CASE",
            "  stoppay trace CASE --dot | dot -Tsvg > case.svg",
            "  stoppay trace CASE -o json | jq .total"
        })
public final class TraceCommand extends ServiceCommandBase {

    @Option(names = "--dot", description = "Draw it for Graphviz: accounts as boxes, transfers as arrows.")
    private boolean dot;

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    TraceCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        if (dot && output().json()) {
            throw CliException.usage(CaseText.DOT_OR_JSON);
        }
    }

    @Override
    protected int ask(ServiceClients clients) {
        try (DelayedProgress work = new DelayedProgress(console(), console().text(CaseText.ASKING_FOR_TRACE))) {
            return ask(clients, work);
        }
    }

    private int ask(ServiceClients clients, DelayedProgress work) {
        requireCase(clients);
        Trace trace = clients.tracing()
                .getTrace(GetTraceRequest.newBuilder().setCaseId(caseId).build())
                .getTrace();
        work.nextStep(console().text(CaseText.DRAWING, trace.getNodesCount()));
        if (dot) {
            console().print(TraceTree.dot(console(), trace));
            return ExitCode.OK;
        }
        return show(trace, () -> table(trace));
    }

    /** Intake knows a case before freeze does: an unknown one is refused here. */
    private void requireCase(ServiceClients clients) {
        clients.intake().getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
    }

    private void table(Trace trace) {
        console().print(TraceTree.of(console(), trace));
        console().print("");
        line(TraceTree.timesNote(console()));
        line(TraceTree.sums(console(), trace.getTotal()) + TraceTree.conserved(console(), trace.getConserved()));
        if (!trace.getSettled()) {
            line(console().text(ViewText.UNDER_WAY));
        }
        if (trace.getNeedsAttention()) {
            line(console()
                    .text(
                            ViewText.ATTENTION_LINE,
                            AttentionText.reasons(console(), trace.getAttentionReasonsList()),
                            caseId));
        }
        String duplicates = DuplicateTable.of(console(), trace.getPossibleDuplicatesList());
        if (!duplicates.isEmpty()) {
            console().print(duplicates);
        }
    }

    private void line(String text) {
        console().print(console().fitted(text));
    }
}

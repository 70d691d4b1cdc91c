package org.stoppayment.cli.command.cases;

import java.util.concurrent.Callable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCalls;
import org.stoppayment.cli.command.common.StateOption;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.DuplicateTable;
import org.stoppayment.cli.command.view.TraceTree;
import org.stoppayment.cli.command.view.ViewText;
import org.stoppayment.cli.output.DelayedProgress;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.PersonalData;
import org.stoppayment.proto.freeze.v1.GetTraceRequest;
import org.stoppayment.proto.freeze.v1.Trace;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  stoppay trace CASE -o dot | dot -Tsvg > case.svg",
            "  stoppay trace CASE -o json | jq .total"
        })
public final class TraceCommand implements Callable<Integer> {

    /** The output forms. */
    enum Form {
        TABLE,
        JSON,
        DOT
    }

    private final Context context;

    @Mixin
    private StateOption state = new StateOption();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table (for people), json (for programs) or dot (for Graphviz). Default: ${DEFAULT-VALUE}.")
    private Form form = Form.TABLE;

    @Option(
            names = "--unmasked",
            description = "Show names in JSON, which are masked otherwise. Mind who sees the screen.")
    private boolean unmasked;

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    TraceCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return ServiceCalls.ask(state.running(context), context.console(), this::ask);
    }

    private int ask(ServiceClients clients) {
        try (DelayedProgress work =
                new DelayedProgress(context.console(), context.console().text(CaseText.ASKING_FOR_TRACE))) {
            return ask(clients, work);
        }
    }

    private int ask(ServiceClients clients, DelayedProgress work) {
        requireCase(clients);
        Trace trace = clients.tracing()
                .getTrace(GetTraceRequest.newBuilder().setCaseId(caseId).build())
                .getTrace();
        work.nextStep(context.console().text(CaseText.DRAWING, trace.getNodesCount()));
        switch (form) {
            case JSON -> context.console().print(Json.of(unmasked ? trace : PersonalData.masked(trace)));
            case DOT -> context.console().print(TraceTree.dot(context.console(), trace));
            case TABLE -> table(trace);
        }
        return ExitCode.OK;
    }

    /** Intake knows a case before freeze does: an unknown one is refused here. */
    private void requireCase(ServiceClients clients) {
        clients.intake().getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
    }

    private void table(Trace trace) {
        context.console().print(TraceTree.of(context.console(), trace));
        context.console().print("");
        context.console().print(TraceTree.timesNote(context.console()));
        context.console()
                .print(TraceTree.sums(context.console(), trace.getTotal())
                        + TraceTree.conserved(context.console(), trace.getConserved()));
        if (!trace.getSettled()) {
            context.console().print(context.console().text(ViewText.UNDER_WAY));
        }
        if (trace.getNeedsAttention()) {
            context.console()
                    .print(context.console()
                            .text(
                                    ViewText.ATTENTION_LINE,
                                    AttentionText.reasons(context.console(), trace.getAttentionReasonsList()),
                                    caseId));
        }
        String duplicates = DuplicateTable.of(context.console(), trace.getPossibleDuplicatesList());
        if (!duplicates.isEmpty()) {
            context.console().print(duplicates);
        }
    }
}

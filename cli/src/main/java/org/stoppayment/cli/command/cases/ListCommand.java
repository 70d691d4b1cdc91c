package org.stoppayment.cli.command.cases;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.AttentionText;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Failure;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.AttentionSummary;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionRequest;
import org.stoppayment.proto.intake.v1.CaseSummary;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import org.stoppayment.proto.intake.v1.ListCasesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists cases. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists cases, newest first, a page at a time.",
            "The column ATTENTION says what a person should look at; see: stoppay attention list --case CASE"
        })
public final class ListCommand extends ServiceCommandBase {

    private static final String UNKNOWN = "?";

    @Mixin
    private PageOption page = new PageOption();

    ListCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListCasesResponse answer = clients.intake()
                .listCases(ListCasesRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> print(answer, attention(clients, answer.getCasesList())));
    }

    /** What needs attention by case; empty when account-freeze cannot say now, which is no reason to show no cases. */
    private Optional<Map<String, String>> attention(ServiceClients clients, List<CaseSummary> cases) {
        if (cases.isEmpty()) {
            return Optional.of(Map.of());
        }
        SummarizeAttentionRequest request = SummarizeAttentionRequest.newBuilder()
                .addAllCaseIds(cases.stream().map(CaseSummary::getCaseId).toList())
                .build();
        try {
            return Optional.of(clients.attention().summarizeAttention(request).getSummariesList().stream()
                    .collect(Collectors.toMap(
                            AttentionSummary::getCaseId,
                            summary -> AttentionText.reasons(console(), summary.getReasonsList()))));
        } catch (StatusRuntimeException e) {
            if (!ServiceClients.isTransient(e)) {
                throw e;
            }
            console()
                    .progress(console().toned(Tone.WARNING, console().text(CaseText.ATTENTION_UNKNOWN))
                            + Failure.reason(e.getStatus()));
            return Optional.empty();
        }
    }

    private void print(ListCasesResponse answer, Optional<Map<String, String>> attention) {
        Table table = new Table(Heading.of(
                console(),
                Heading.CASE,
                Heading.ACCEPTED,
                Heading.STATUS,
                Heading.CHANNEL,
                Heading.FRAUD,
                Heading.TRANSFERS,
                Heading.REPORTED,
                Heading.ATTENTION));
        for (CaseSummary summary : answer.getCasesList()) {
            table.row(
                    summary.getCaseId(),
                    console().moment(summary.getAcceptedAt()),
                    console().vocabulary().value(summary.getStatus()),
                    console().vocabulary().value(summary.getChannel()),
                    console().vocabulary().value(summary.getFraudType()),
                    summary.getTransferCount(),
                    Formats.yuan(summary.getReportedFen()),
                    attention
                            .map(known -> Formats.orDash(known.getOrDefault(summary.getCaseId(), "")))
                            .orElse(UNKNOWN));
        }
        console().print(table.isEmpty() ? console().text(CaseText.NO_CASES) : table.render());
        page.hint(console(), answer.getNextPageToken());
    }
}

package org.stoppayment.cli.command.cases;

import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
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
import org.stoppayment.proto.freeze.v1.CaseFunds;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionRequest;
import org.stoppayment.proto.freeze.v1.SummarizeAttentionResponse;
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
            "REPORTED: the sum of all transfers of the case, those between accounts of the victim included; see: stoppay get CASE",
            "HELD and AT RISK: money of the case that is held or frozen, and money that nobody holds or whose stop has lapsed.",
            "The column ATTENTION says what a person should look at; see: stoppay attention list --case CASE"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay list --since 12h --status open",
            "  stoppay list --account 6228480000000000125",
            "  stoppay list --fraud-type fake_loan --since 2026-03-01"
        })
public final class ListCommand extends ServiceCommandBase {

    private static final String UNKNOWN = "?";

    @Mixin
    private CaseFilterOptions filter = new CaseFilterOptions();

    @Mixin
    private PageOption page = new PageOption();

    ListCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListCasesRequest.Builder request =
                ListCasesRequest.newBuilder().setPageSize(page.size()).setPageToken(page.token());
        filter.addTo(request, context().clock().instant(), console().texts().zone());
        ListCasesResponse answer = clients.intake().listCases(request.build());
        return show(answer, () -> print(answer, summaries(clients, answer.getCasesList())));
    }

    /** Attention and money; empty when account-freeze cannot say now, which is no reason to show no cases. */
    private Optional<SummarizeAttentionResponse> summaries(ServiceClients clients, List<CaseSummary> cases) {
        if (cases.isEmpty()) {
            return Optional.empty();
        }
        SummarizeAttentionRequest request = SummarizeAttentionRequest.newBuilder()
                .addAllCaseIds(cases.stream().map(CaseSummary::getCaseId).toList())
                .build();
        try {
            return Optional.of(clients.attention().summarizeAttention(request));
        } catch (StatusRuntimeException e) {
            if (!ServiceClients.isTransient(e)) {
                throw e;
            }
            console()
                    .progress(console().toned(Tone.WARNING, console().text(CaseText.ATTENTION_UNKNOWN))
                            + Failure.reason(e.getStatus(), console().texts()));
            return Optional.empty();
        }
    }

    private void print(ListCasesResponse answer, Optional<SummarizeAttentionResponse> summaries) {
        Map<String, CaseFunds> funds =
                summaries.map(SummarizeAttentionResponse::getFundsList).orElse(List.of()).stream()
                        .collect(Collectors.toMap(CaseFunds::getCaseId, Function.identity()));
        Map<String, String> attention =
                summaries.map(SummarizeAttentionResponse::getSummariesList).orElse(List.of()).stream()
                        .collect(Collectors.toMap(
                                AttentionSummary::getCaseId,
                                summary -> AttentionText.reasons(console(), summary.getReasonsList())));
        String otherwise = summaries.isPresent() ? Formats.orDash("") : UNKNOWN;
        Table table = new Table(Heading.of(
                console(),
                Heading.CASE,
                Heading.ACCEPTED,
                Heading.STATUS,
                Heading.REPORTED,
                Heading.HELD_OR_FROZEN,
                Heading.AT_RISK,
                Heading.ATTENTION,
                Heading.CHANNEL,
                Heading.FRAUD,
                Heading.TRANSFERS));
        for (CaseSummary summary : answer.getCasesList()) {
            table.row(
                    summary.getCaseId(),
                    console().moment(summary.getAcceptedAt()),
                    console().vocabulary().value(summary.getStatus()),
                    Formats.yuan(summary.getReportedFen()),
                    sum(funds, summary, CaseFunds::getHeldFen, otherwise),
                    sum(funds, summary, CaseFunds::getAtRiskFen, otherwise),
                    attention.getOrDefault(summary.getCaseId(), otherwise),
                    console().vocabulary().value(summary.getChannel()),
                    console().vocabulary().value(summary.getFraudType()),
                    summary.getTransferCount());
        }
        console().print(table.isEmpty() ? console().text(CaseText.NO_CASES) : table.render(console()));
        page.hint(console(), answer.getNextPageToken());
    }

    private static String sum(
            Map<String, CaseFunds> funds, CaseSummary summary, ToLongFunction<CaseFunds> fen, String otherwise) {
        return Optional.ofNullable(funds.get(summary.getCaseId()))
                .map(known -> Formats.yuan(fen.applyAsLong(known)))
                .orElse(otherwise);
    }
}

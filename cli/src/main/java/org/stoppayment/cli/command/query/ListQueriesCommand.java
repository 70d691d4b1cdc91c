package org.stoppayment.cli.command.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.ListQueriesRequest;
import org.stoppayment.proto.freeze.v1.ListQueriesResponse;
import org.stoppayment.proto.freeze.v1.QueryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists queries. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists queries without their answers, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay query list CASE", "  stoppay query list --is manual,declined    what was not answered"})
final class ListQueriesCommand extends ServiceCommandBase {

    @Parameters(arity = "0..1", paramLabel = "CASE", description = "UUID of a case; without it, of all cases.")
    private String caseId = "";

    @Option(
            names = "--is",
            paramLabel = "STATE",
            split = ",",
            description = "Only queries in this state, such as answered or in_doubt; several with commas.")
    private List<String> states = new ArrayList<>();

    @Mixin
    private PageOption page = new PageOption();

    ListQueriesCommand(Context context) {
        super(context);
    }

    @Override
    protected void check() {
        states.forEach(ListQueriesCommand::state);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListQueriesResponse answer = clients.queries()
                .listQueries(ListQueriesRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .setCaseId(caseId)
                        .addAllStates(states.stream()
                                .map(ListQueriesCommand::state)
                                .distinct()
                                .toList())
                        .build());
        return show(answer, () -> {
            ListQueriesResponse visible = (ListQueriesResponse) output().visible(answer);
            console().print(new QueryTable(console()).render(visible.getQueriesList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private static QueryState state(String typed) {
        return all().filter(state -> Vocabulary.shortName(state).equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> CliException.usage(
                        QueryText.STATE_INVALID,
                        typed,
                        all().map(state -> Vocabulary.shortName(state).toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static Stream<QueryState> all() {
        return Stream.of(QueryState.values())
                .filter(state -> state != QueryState.UNRECOGNIZED && state != QueryState.QUERY_STATE_UNSPECIFIED);
    }
}

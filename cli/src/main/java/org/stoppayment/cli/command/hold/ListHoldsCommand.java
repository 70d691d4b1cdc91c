package org.stoppayment.cli.command.hold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.cases.FreezeStates;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.command.view.HoldTable;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.freeze.v1.FreezeState;
import org.stoppayment.proto.freeze.v1.ListFreezesRequest;
import org.stoppayment.proto.freeze.v1.ListFreezesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists freezes. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists freezes, those that end first at the top.",
            "Freezes that have ended are listed only when --is names their state."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay hold list --case CASE",
            "  stoppay hold list --ends-within 30d        what must be renewed",
            "  stoppay hold list --is manual,in_doubt     what a person must look after"
        })
final class ListHoldsCommand extends ServiceCommandBase {

    private static final String ALL = "all";

    @Option(names = "--case", paramLabel = "CASE", defaultValue = "", description = "Only freezes of this case.")
    private String caseId = "";

    @Option(
            names = "--is",
            paramLabel = "STATE",
            split = ",",
            description = "Only freezes in this state, such as in_effect or waiting; several with commas; or all.")
    private List<String> states = new ArrayList<>();

    @Option(
            names = "--ends-within",
            paramLabel = "SPAN",
            description = "Only freezes that end within this time, such as 12h or 30d.")
    private @Nullable String endsWithin;

    @Mixin
    private PageOption page = new PageOption();

    ListHoldsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListFreezesRequest.Builder request = ListFreezesRequest.newBuilder()
                .setPageSize(page.size())
                .setPageToken(page.token())
                .setCaseId(caseId)
                .addAllStates(states.stream()
                        .flatMap(ListHoldsCommand::states)
                        .distinct()
                        .toList());
        if (endsWithin != null) {
            Duration span = Spans.parse("--ends-within", endsWithin);
            request.setEndsBefore(Moments.timestamp(context().clock().instant().plus(span)));
        }
        ListFreezesResponse answer = clients.holds().listFreezes(request.build());
        return show(answer, () -> {
            ListFreezesResponse visible = (ListFreezesResponse) output().visible(answer);
            console().print(new HoldTable(console(), context().clock().instant()).render(visible.getFreezesList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private static Stream<FreezeState> states(String typed) {
        List<FreezeState> found = FreezeStates.all().stream()
                .filter(state -> typed.equalsIgnoreCase(ALL)
                        || Vocabulary.shortName(state).equalsIgnoreCase(typed))
                .toList();
        if (found.isEmpty()) {
            throw CliException.usage(
                    HoldText.STATE_INVALID,
                    typed,
                    FreezeStates.all().stream()
                            .map(state -> Vocabulary.shortName(state).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return found.stream();
    }
}

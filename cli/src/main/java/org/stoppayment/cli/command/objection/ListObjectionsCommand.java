package org.stoppayment.cli.command.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.proto.freeze.v1.ListObjectionsRequest;
import org.stoppayment.proto.freeze.v1.ListObjectionsResponse;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists objections. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists objections, those that are due first at the top.",
            "Objections that are closed are listed only when --is names their state."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay objection list --overdue", "  stoppay objection list --case CASE --is all"})
final class ListObjectionsCommand extends ServiceCommandBase {

    private static final String ALL = "all";

    @Option(names = "--case", paramLabel = "CASE", defaultValue = "", description = "Only objections of this case.")
    private String caseId = "";

    @Option(
            names = "--is",
            paramLabel = "STATE",
            split = ",",
            description = "Only objections in this state, such as open or release_failed; several with commas; or all.")
    private List<String> states = new ArrayList<>();

    @Option(
            names = "--owner",
            paramLabel = "ORGANISATION",
            defaultValue = "",
            description = "Only objections whose owner is of this organisation.")
    private String owner = "";

    @Option(names = "--overdue", description = "Only objections that should have been decided, or released, by now.")
    private boolean overdue;

    @Mixin
    private PageOption page = new PageOption();

    ListObjectionsCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListObjectionsResponse answer = clients.objections()
                .listObjections(ListObjectionsRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .setCaseId(caseId)
                        .addAllStates(states.stream()
                                .flatMap(ListObjectionsCommand::states)
                                .distinct()
                                .toList())
                        .setOwnerOrganisation(owner)
                        .setOverdue(overdue)
                        .build());
        return show(answer, () -> {
            ListObjectionsResponse visible = (ListObjectionsResponse) output().visible(answer);
            console()
                    .print(new ObjectionTable(console(), context().clock().instant())
                            .render(visible.getObjectionsList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private static Stream<ObjectionState> states(String typed) {
        return typed.equalsIgnoreCase(ALL)
                ? TypedValue.all(ObjectionState.values()).stream()
                : Stream.of(TypedValue.value("--is", typed, ObjectionState.values()));
    }
}

package org.stoppayment.cli.command.duty;

import com.google.protobuf.util.Timestamps;
import java.util.Comparator;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.freeze.v1.Dissuasion;
import org.stoppayment.proto.freeze.v1.DissuasionState;
import org.stoppayment.proto.freeze.v1.ListDissuasionRequest;
import org.stoppayment.proto.freeze.v1.ListDissuasionResponse;
import org.stoppayment.proto.intake.v1.GetCaseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the entries of the dissuasion list. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Lists entries, latest first.",
            "Within a page they are sorted by the last payment, newest first."
        })
final class ListDissuasionCommand extends ServiceCommandBase {

    /** The states to filter by. */
    enum State {
        OPEN,
        CLAIMED,
        CLOSED,
        WITHDRAWN,
        ALL
    }

    @Option(
            names = "--is",
            paramLabel = "STATE",
            defaultValue = "open",
            description = {
                "open (waits for an officer), claimed, closed, withdrawn (payer has called or is a mule) or all.",
                "Default: ${DEFAULT-VALUE}."
            })
    private State filter = State.OPEN;

    @Option(
            names = "--case",
            paramLabel = "CASE",
            defaultValue = "",
            description = "Only payers into stopped accounts of this case.")
    private String caseId = "";

    @Mixin
    private PageOption page = new PageOption();

    ListDissuasionCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListDissuasionResponse answer = fillPage(clients);
        if (!caseId.isEmpty() && answer.getEntriesCount() == 0) {
            requireCase(clients);
        }
        int code = DissuasionCommand.show(this, clients, answer, answer.getEntriesList());
        if (!output().json()) {
            page.hint(console(), answer.getNextPageToken());
        }
        return code;
    }

    /** Distinguishes a case without entries from an unknown case, which intake refuses. */
    private void requireCase(ServiceClients clients) {
        clients.intake().getCase(GetCaseRequest.newBuilder().setCaseId(caseId).build());
    }

    /** Fills a page from several pages of the service, which may be short although more entries follow. */
    private ListDissuasionResponse fillPage(ServiceClients clients) {
        ListDissuasionResponse.Builder all = ListDissuasionResponse.newBuilder().setNextPageToken(page.token());
        do {
            ListDissuasionResponse next = clients.dissuasion()
                    .listDissuasion(ListDissuasionRequest.newBuilder()
                            .setPageSize(page.size() - all.getEntriesCount())
                            .setPageToken(all.getNextPageToken())
                            .setState(
                                    filter == State.ALL
                                            ? DissuasionState.DISSUASION_STATE_UNSPECIFIED
                                            : DissuasionState.valueOf("DISSUASION_STATE_" + filter))
                            .setCaseId(caseId)
                            .build());
            all.addAllEntries(next.getEntriesList()).setNextPageToken(next.getNextPageToken());
        } while (all.getEntriesCount() < page.size() && !all.getNextPageToken().isEmpty());
        List<Dissuasion> byPayment = all.getEntriesList().stream()
                .sorted(Comparator.comparing(Dissuasion::getLastBookedAt, Timestamps.comparator())
                        .reversed())
                .toList();
        return all.clearEntries().addAllEntries(byPayment).build();
    }
}

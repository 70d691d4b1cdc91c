package org.stoppayment.cli.command;

import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.output.MuleTable;
import org.stoppayment.proto.freeze.v1.GetMuleRequest;
import org.stoppayment.proto.freeze.v1.GetMuleResponse;
import org.stoppayment.proto.freeze.v1.ListMulesRequest;
import org.stoppayment.proto.freeze.v1.ListMulesResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the registry of mules. */
@Command(
        name = "mules",
        mixinStandardHelpOptions = true,
        description = {
            "Shows known mules (断卡), or the history of one.",
            "A mule is an account that had two stops of ours, or that the money of two cases reached.",
            "Orders of a case that names one go out ahead of others."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay mules", "  stoppay mules 6228480000000001016", "  stoppay mules -o json | jq .mules"})
final class MulesCommand extends ServiceCommandBase {

    @Parameters(
            arity = "0..1",
            paramLabel = "ACCOUNT",
            defaultValue = "",
            description = "Number of an account: show its cases and stops.")
    private String account = "";

    @Option(
            names = "--institution",
            paramLabel = "CODE",
            defaultValue = "",
            description = "With a number: only at this institution.")
    private String institution = "";

    @Mixin
    private PageOption page = new PageOption();

    MulesCommand(Context context) {
        super(context);
    }

    @Override
    int ask(ServiceClients clients) {
        return account.isEmpty() ? list(clients) : history(clients);
    }

    private int list(ServiceClients clients) {
        ListMulesResponse answer = clients.mules()
                .listMules(ListMulesRequest.newBuilder()
                        .setPageSize(page.size())
                        .setPageToken(page.token())
                        .build());
        return show(answer, () -> {
            console().print(MuleTable.of(console(), answer.getMulesList()));
            page.hint(console(), answer.getNextPageToken());
        });
    }

    private int history(ServiceClients clients) {
        GetMuleResponse answer = clients.mules()
                .getMule(GetMuleRequest.newBuilder()
                        .setAccountNumber(account)
                        .setInstitutionCode(institution)
                        .build());
        return show(answer, () -> answer.getHistoriesList()
                .forEach(history -> console().print(MuleTable.history(console(), history))));
    }
}

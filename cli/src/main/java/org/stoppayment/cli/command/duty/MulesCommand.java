package org.stoppayment.cli.command.duty;

import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.PageOption;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.CliException;
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
            "A mule is an account with several stops of ours, or reached by the money of several cases. The rule set",
            "defines both numbers.",
            "Orders of a case that names one go out ahead of others."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay mules", "  stoppay mules 6228480000000001016", "  stoppay mules -o json | jq .mules"})
public final class MulesCommand extends ServiceCommandBase {

    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "Number of an account: show its cases and stops.")
    private @Nullable String account;

    @Option(
            names = "--institution",
            paramLabel = "BANK",
            description = "With a number: only at this institution, its code or name.")
    private @Nullable String institution;

    @Mixin
    private PageOption page = new PageOption();

    MulesCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        return account == null ? list(clients) : history(clients, account);
    }

    @Override
    protected void check() {
        if (account != null && account.isBlank()) {
            throw CliException.usage(console().text(DutyText.ACCOUNT_EMPTY));
        }
        if (institution != null && account == null) {
            throw CliException.usage(console().text(DutyText.INSTITUTION_ALONE));
        }
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

    private int history(ServiceClients clients, String number) {
        GetMuleResponse answer = clients.mules()
                .getMule(GetMuleRequest.newBuilder()
                        .setAccountNumber(number)
                        .setInstitutionCode(
                                institution == null ? "" : institutions().codeOf("--institution", institution))
                        .build());
        return show(answer, () -> answer.getHistoriesList()
                .forEach(history -> console().print(MuleTable.history(console(), history))));
    }
}

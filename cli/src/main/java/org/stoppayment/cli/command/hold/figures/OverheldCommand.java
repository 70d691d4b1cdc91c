package org.stoppayment.cli.command.hold.figures;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsRequest;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsResponse;
import org.stoppayment.proto.freeze.v1.OverheldAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists accounts on which more is held than the cases' money. */
@Command(
        name = "overheld",
        mixinStandardHelpOptions = true,
        description = {
            "Lists accounts on which more is held than the cases' money.",
            "The worst come first: by yuan multiplied by hours. A stop holds the whole account until a freeze of the",
            "case's sum takes over."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay hold overheld", "  stoppay hold overheld CASE      the accounts of a case"})
public final class OverheldCommand extends ServiceCommandBase {

    @Parameters(
            arity = "0..1",
            paramLabel = "CASE",
            defaultValue = "",
            description = "UUID of a case; without it, all cases.")
    private String caseId = "";

    @Option(
            names = "--max",
            paramLabel = "NUMBER",
            defaultValue = "50",
            description = "Most accounts to list, 1..500. Default: 50.")
    private int max;

    OverheldCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        ListOverheldAccountsResponse answer = clients.holdStatistics()
                .listOverheldAccounts(ListOverheldAccountsRequest.newBuilder()
                        .setCaseId(caseId)
                        .setMaxAccounts(max)
                        .build());
        return show(answer, () -> print(answer));
    }

    private void print(ListOverheldAccountsResponse answer) {
        if (answer.getAccountsCount() == 0) {
            console().print(console().text(FiguresText.NOTHING_OVERHELD));
            return;
        }
        console().print(table(answer.getAccountsList()).render(console()));
        if (answer.getIncomplete()) {
            console().progress(console().toned(Tone.WARNING, console().text(FiguresText.MORE_OVERHELD)));
        }
    }

    private Table table(List<OverheldAccount> accounts) {
        Table table = new Table(Heading.of(
                console(),
                Heading.ACCOUNT,
                Heading.HOLDS,
                Heading.TAINTED,
                Heading.OVERHELD,
                Heading.OVERHELD_YUAN_HOURS,
                Heading.INSTITUTION,
                Heading.SINCE,
                Heading.APPLICATION_ID));
        for (OverheldAccount one : accounts) {
            table.row(
                    Formats.number(one.getAccount()),
                    Formats.yuan(one.getHeldFen()),
                    Formats.yuan(one.getTaintedFen()),
                    Formats.yuan(one.getOverheldFen()),
                    Formats.wholeYuan(one.getOverheldFenHours()),
                    Formats.orDash(
                            console().vocabulary().institution(one.getAccount().getInstitutionCode())),
                    console().moment(one.getHeldSince()),
                    String.join(" ", one.getApplicationIdsList()));
        }
        return table;
    }
}

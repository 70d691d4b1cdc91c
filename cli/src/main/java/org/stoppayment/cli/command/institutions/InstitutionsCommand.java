package org.stoppayment.cli.command.institutions;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.suite.ConnectedInstitutions;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The institutions that orders can be sent to. */
@Command(
        name = "institutions",
        mixinStandardHelpOptions = true,
        description = "The institutions that orders can be sent to.",
        subcommands = InstitutionsCommand.Listing.class)
public final class InstitutionsCommand {

    private InstitutionsCommand() {}

    /** Lists them. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists them: codes, names, addresses, and whether orders go out now.",
                "Wherever a command asks for a BANK, each of these names will do."
            },
            footerHeading = "%nExamples:%n",
            footer = {"  stoppay institutions list", "  stoppay institutions list 招"})
    static final class Listing extends ServiceCommandBase {

        @Parameters(
                arity = "0..1",
                paramLabel = "TEXT",
                description = "Only those with this in a name or the code, or whose cards begin as it does.")
        private String text = "";

        Listing(Context context) {
            super(context);
        }

        @Override
        protected int ask(ServiceClients clients) {
            List<ListedInstitution> found = ListedInstitution.containing(
                    text,
                    clients.gateway()
                            .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                            .getInstitutionsList(),
                    new ConnectedInstitutions(context().stateDirectory()).all());
            console().print(output().json() ? ListedInstitution.json(found) : InstitutionTable.of(console(), found));
            return ExitCode.OK;
        }
    }
}

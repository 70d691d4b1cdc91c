package org.stoppayment.cli.command.institutions;

import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.ListInstitutionsRequest;
import org.stoppayment.proto.gateway.v1.ListInstitutionsResponse;
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
                "Lists them with codes and names, and whether orders go out now.",
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
            List<Institution> found = InstitutionLookup.containing(
                    text,
                    clients.gateway()
                            .listInstitutions(ListInstitutionsRequest.getDefaultInstance())
                            .getInstitutionsList());
            return show(
                    ListInstitutionsResponse.newBuilder()
                            .addAllInstitutions(found)
                            .build(),
                    () -> console().print(table(console(), found)));
        }

        private static String table(Console console, List<Institution> institutions) {
            Table table = new Table(Heading.of(
                    console,
                    Heading.INSTITUTION_CODE,
                    Heading.SHORT_NAME,
                    Heading.FULL_NAME,
                    Heading.ENGLISH_NAME,
                    Heading.ORDERS_NOW));
            for (Institution each : institutions) {
                table.row(
                        each.getCode(),
                        Formats.orDash(each.getShortName()),
                        Formats.orDash(each.getName()),
                        Formats.orDash(each.getEnglishName()),
                        circuit(console, each.getCircuit()));
            }
            return table.isEmpty() ? console.text(InstitutionsText.NO_INSTITUTIONS) : table.render();
        }

        private static String circuit(Console console, String circuit) {
            return switch (circuit) {
                case "CLOSED" -> console.toned(Tone.GOOD, console.text(InstitutionsText.SENDING));
                case "OPEN" -> console.toned(Tone.BAD, console.text(InstitutionsText.PAUSED));
                case "HALF_OPEN" -> console.toned(Tone.WARNING, console.text(InstitutionsText.PROBING));
                default -> Formats.orDash(circuit);
            };
        }
    }
}

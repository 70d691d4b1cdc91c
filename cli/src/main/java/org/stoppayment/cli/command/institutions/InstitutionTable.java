package org.stoppayment.cli.command.institutions;

import java.util.List;
import org.stoppayment.cli.command.view.Heading;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.Formats;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.suite.ConnectedInstitutions.Origin;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.gateway.v1.Institution;
import org.stoppayment.proto.gateway.v1.InstitutionKind;

/** Institutions as a table. */
final class InstitutionTable {

    private InstitutionTable() {}

    /** One row for each institution. */
    static String of(Console console, List<ListedInstitution> institutions) {
        Table table = new Table(Heading.of(
                console,
                Heading.INSTITUTION_CODE,
                Heading.SHORT_NAME,
                Heading.FULL_NAME,
                Heading.ENGLISH_NAME,
                Heading.ORDERS_NOW,
                Heading.KIND,
                Heading.ORIGIN,
                Heading.ENDPOINT,
                Heading.BINS));
        for (ListedInstitution each : institutions) {
            Institution institution = each.institution();
            table.row(
                    institution.getCode(),
                    Formats.orDash(institution.getShortName()),
                    Formats.orDash(institution.getName()),
                    Formats.orDash(institution.getEnglishName()),
                    circuit(console, institution.getCircuit()),
                    kind(console, institution.getKind()),
                    each.registered()
                            .map(listed -> console.text(origin(listed.origin())))
                            .orElse(Formats.orDash("")),
                    Formats.orDash(each.endpoint()),
                    Formats.orDash(String.join(" ", institution.getBinsList())));
        }
        return table.isEmpty() ? console.text(InstitutionsText.NO_INSTITUTIONS) : table.render(console);
    }

    private static String circuit(Console console, String circuit) {
        return switch (circuit) {
            case "CLOSED" -> console.toned(Tone.GOOD, console.text(InstitutionsText.SENDING));
            case "OPEN" -> console.toned(Tone.BAD, console.text(InstitutionsText.PAUSED));
            case "HALF_OPEN" -> console.toned(Tone.WARNING, console.text(InstitutionsText.PROBING));
            case "" -> console.toned(Tone.BAD, console.text(InstitutionsText.NOT_AT_THE_GATEWAY));
            default -> circuit;
        };
    }

    private static String kind(Console console, InstitutionKind kind) {
        return kind == InstitutionKind.INSTITUTION_KIND_UNSPECIFIED
                ? Formats.orDash("")
                : console.vocabulary().code(Vocabulary.shortName(kind));
    }

    private static InstitutionsText origin(Origin origin) {
        return switch (origin) {
            case SIMULATED -> InstitutionsText.SIMULATED;
            case CONNECTED -> InstitutionsText.ADDED;
            case REGISTRY -> InstitutionsText.OF_THE_REGISTRY;
        };
    }
}

package org.stoppayment.cli.command.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.ViolationText;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.text.ReasonTexts;

/**
 * Institutions to connect, as they were given.
 *
 * @param source the file, or the command whose options they are
 * @param entries as in a registry file
 * @param isList true when they came in a list, so that violations name their positions
 * @param names of the fields where they were given; the fields' own names for those that are missing
 */
record InstitutionEntries(String source, List<ObjectNode> entries, boolean isList, Map<String, String> names) {

    private static final String INSTITUTIONS = "institutions";
    private static final String FIRST = INSTITUTIONS + "[0].";

    InstitutionEntries {
        entries = List.copyOf(entries);
        names = Map.copyOf(names);
    }

    /** Those in a file: one entry, or a list of them. */
    static InstitutionEntries read(Path file) {
        JsonNode document = document(file);
        if (!document.has(INSTITUTIONS)) {
            return new InstitutionEntries(file.toString(), List.of(object(file, document)), false, Map.of());
        }
        if (document.size() > 1
                || !document.path(INSTITUTIONS).isArray()
                || document.path(INSTITUTIONS).isEmpty()) {
            throw CliException.usage(BankText.NOT_ENTRIES, file);
        }
        List<ObjectNode> entries = new ArrayList<>();
        document.path(INSTITUTIONS).forEach(entry -> entries.add(object(file, entry)));
        return new InstitutionEntries(file.toString(), entries, true, Map.of());
    }

    private static JsonNode document(Path file) {
        try {
            return Yaml.read(file);
        } catch (MalformedYamlException malformed) {
            throw CliException.usage(BankText.NOT_YAML, file + malformed.position());
        } catch (IOException unreadable) {
            throw CliException.usage(BankText.UNREADABLE, "FILE", file);
        }
    }

    private static ObjectNode object(Path file, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw CliException.usage(BankText.NOT_ENTRIES, file);
    }

    /** The violations in the language of the console, one a line. */
    String inWords(Console console, List<Violation> violations) {
        return violations.stream()
                .map(violation -> "  " + ViolationText.inWords(translated(console, violation), console.texts()))
                .collect(Collectors.joining("\n"));
    }

    private Violation translated(Console console, Violation violation) {
        String field = isList ? violation.field() : violation.field().replace(FIRST, "");
        String text =
                ReasonTexts.of(violation, console.texts().language().locale()).orElseGet(() -> withoutName(violation));
        return new Violation(given(field), violation.code(), text);
    }

    /** Where a field, or an element of one, was given. */
    private String given(String field) {
        int element = field.indexOf('[');
        String name = element < 0 || isList ? field : field.substring(0, element);
        return names.getOrDefault(name, name) + field.substring(name.length());
    }

    /** The description without the field, which {@link #names} may name otherwise. */
    private String withoutName(Violation violation) {
        String description = violation.inWords().substring(violation.field().length() + 2);
        return isList ? description : description.replace(FIRST, "");
    }
}

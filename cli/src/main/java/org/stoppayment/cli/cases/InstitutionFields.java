package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.stoppayment.cli.institutions.InstitutionLookup;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Text;

/**
 * The institutions in a message of the contract, as people type them: a name such as 招行 becomes the code. What looks like a code,
 * even a wrong one, is left to the service, which finds the institution by the card number then.
 */
final class InstitutionFields {

    private static final Set<String> NAMES = Set.of("institutionCode", "institution_code");
    private static final Pattern LIKE_A_CODE = Pattern.compile("\\s*[Zz]?[\\p{Nd}\\s-]*");

    private final JsonText file;
    private final InstitutionLookup institutions;
    private final Optional<Consumer<Text>> warn;
    private boolean warned;

    private InstitutionFields(JsonText file, InstitutionLookup institutions, Optional<Consumer<Text>> warn) {
        this.file = file;
        this.institutions = institutions;
        this.warn = warn;
    }

    /**
     * Replaces the names in a message by codes.
     *
     * @throws CliException that names the first institution that is not known
     */
    static void resolve(JsonText file, JsonNode message, InstitutionLookup institutions) {
        new InstitutionFields(file, institutions, Optional.empty()).resolve(message, JsonPointer.empty());
    }

    /**
     * Replaces the names in a message by codes. A name that is not known stays as typed, and all do while nobody can be asked: the
     * service takes the institution from the card number then, or leaves the order to a person. {@code warn} is told.
     */
    static void resolve(JsonText file, JsonNode message, InstitutionLookup institutions, Consumer<Text> warn) {
        new InstitutionFields(file, institutions, Optional.of(warn)).resolve(message, JsonPointer.empty());
    }

    private void resolve(JsonNode node, JsonPointer at) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                resolve(array.get(i), at.appendIndex(i));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                JsonPointer place = at.appendProperty(field.getKey());
                if (isName(field.getKey(), field.getValue())) {
                    resolve(object, field.getKey(), field.getValue().textValue(), place);
                } else {
                    resolve(field.getValue(), place);
                }
            }
        }
    }

    private static boolean isName(String field, JsonNode value) {
        return NAMES.contains(field)
                && value.isTextual()
                && !LIKE_A_CODE.matcher(value.textValue()).matches();
    }

    private void resolve(ObjectNode object, String field, String name, JsonPointer at) {
        try {
            object.put(field, institutions.codeOf(file.file() + file.place(at), name));
        } catch (CliException unknown) {
            keep(unknown, warn.orElseThrow(() -> unknown));
        }
    }

    /** The name stays as typed. */
    private void keep(CliException unknown, Consumer<Text> told) {
        if (institutions.isAvailable()) {
            told.accept(unknown::message);
        } else if (!warned) {
            warned = true;
            told.accept(Text.of(FileText.NAMES_AS_TYPED));
        }
    }
}

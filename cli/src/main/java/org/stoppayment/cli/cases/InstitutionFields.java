package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.stoppayment.cli.institutions.InstitutionLookup;

/**
 * The institutions in a message of the contract, as people type them: a name such as 招行 becomes the code. What looks like a code,
 * even a wrong one, is left to the service, which finds the institution by the card number then.
 */
final class InstitutionFields {

    private static final Set<String> NAMES = Set.of("institutionCode", "institution_code");
    private static final Pattern LIKE_A_CODE = Pattern.compile("\\s*[Zz]?[\\p{Nd}\\s-]*");

    private final JsonText file;
    private final InstitutionLookup institutions;

    private InstitutionFields(JsonText file, InstitutionLookup institutions) {
        this.file = file;
        this.institutions = institutions;
    }

    /**
     * Replaces the names in a message by codes. While nobody knows the names, all stay as typed: a report does not wait for them.
     *
     * @throws org.stoppayment.cli.output.CliException that names the first institution that is not known
     */
    static void resolve(JsonText file, JsonNode message, InstitutionLookup institutions) {
        new InstitutionFields(file, institutions).resolve(message, JsonPointer.empty());
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
        if (institutions.isAvailable()) {
            String place = file.file() + file.position(at) + ": " + JsonText.path(at);
            object.put(field, institutions.codeOf(place, name));
        }
    }
}

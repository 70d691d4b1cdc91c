package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.ViolationText;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.RegisteredInstitution;
import org.stoppayment.formats.RegistryFile;
import org.stoppayment.formats.Yaml;
import org.stoppayment.kernel.ServiceException.InvalidInput;
import org.stoppayment.kernel.Violation;

/** A registry of institutions that is being composed. Its entries are those of the file, whatever is wrong with them. */
final class RegistryDocument {

    private static final String INSTITUTIONS = "institutions";
    private static final Pattern POSITION = Pattern.compile("institutions\\[([0-9]{1,6})]");

    private final ObjectNode document;
    private final ArrayNode institutions;

    private RegistryDocument(ObjectNode document) {
        this.document = document;
        this.institutions = document.withArray(INSTITUTIONS);
    }

    /** A registry without institutions. */
    static RegistryDocument empty() {
        return new RegistryDocument(JsonNodeFactory.instance.objectNode());
    }

    /**
     * The registry in a file.
     *
     * @throws CliException when it cannot be read or has no list of institutions
     */
    static RegistryDocument read(Path file) {
        try {
            JsonNode read = Yaml.read(file);
            if (read instanceof ObjectNode object && object.path(INSTITUTIONS).isArray()) {
                return new RegistryDocument(object);
            }
            RegistryFile.of(read).readAll();
            throw CliException.usage(SuiteText.REGISTRY_EMPTY, file);
        } catch (InvalidInput invalid) {
            throw refused(file.toString(), invalid.violations());
        } catch (MalformedYamlException malformed) {
            throw CliException.usage(SuiteText.NOT_YAML, file + malformed.position());
        } catch (IOException unreadable) {
            throw CliException.usage(SuiteText.REGISTRY_UNREADABLE, file);
        }
    }

    /** The registry in a file, one without institutions when there is no such file. */
    static RegistryDocument readIfPresent(Path file) {
        return Files.exists(file) ? read(file) : empty();
    }

    /** The refusal of a file, with everything that is wrong. */
    static CliException refused(String file, List<Violation> violations) {
        return CliException.usage(SuiteText.REGISTRY_INVALID, file, ViolationText.lines(violations));
    }

    /** The entries that are objects, in order; changes of them change the document. */
    List<ObjectNode> entries() {
        List<ObjectNode> entries = new ArrayList<>();
        institutions.forEach(entry -> {
            if (entry instanceof ObjectNode object) {
                entries.add(object);
            }
        });
        return entries;
    }

    /** The entries by their codes. */
    Map<String, ObjectNode> byCode() {
        Map<String, ObjectNode> byCode = new LinkedHashMap<>();
        entries().forEach(entry -> byCode.putIfAbsent(code(entry), entry));
        return byCode;
    }

    /** The code of an entry, empty when it has none. */
    static String code(JsonNode entry) {
        return entry.path("code").asText();
    }

    /** Puts a copy of the entry in the place of the one with its code, or at the end. True when it replaced one. */
    boolean put(ObjectNode entry) {
        for (int i = 0; i < institutions.size(); i++) {
            if (code(institutions.get(i)).equals(code(entry))) {
                institutions.set(i, entry.deepCopy());
                return true;
            }
        }
        institutions.add(entry.deepCopy());
        return false;
    }

    /** Puts the entry at the end, whether or not there is one with its code. */
    void append(ObjectNode entry) {
        institutions.add(entry);
    }

    /** Removes the entry with this code, if there is one. */
    void remove(String code) {
        for (int i = institutions.size() - 1; i >= 0; i--) {
            if (code(institutions.get(i)).equals(code)) {
                institutions.remove(i);
            }
        }
    }

    /**
     * Everything that the registry says.
     *
     * @throws InvalidInput with all violations
     */
    List<RegisteredInstitution> check() {
        return RegistryFile.of(document).readAll();
    }

    /** The code of the entry that a violation is about, empty when it is about none. */
    Optional<String> codeAt(Violation violation) {
        Matcher position = POSITION.matcher(violation.field());
        return position.lookingAt()
                ? Optional.of(code(institutions.path(Integer.parseInt(position.group(1)))))
                : Optional.empty();
    }

    /**
     * The violation in terms of those who gave only the entries with these codes: by their positions there, and by codes where others
     * are meant.
     */
    Violation named(Violation violation, List<String> codes) {
        return new Violation(named(violation.field(), codes), violation.code(), named(violation.description(), codes));
    }

    private String named(String text, List<String> codes) {
        return POSITION.matcher(text).replaceAll(position -> {
            String code = code(institutions.path(Integer.parseInt(position.group(1))));
            return codes.contains(code) ? INSTITUTIONS + "[" + codes.indexOf(code) + "]" : code;
        });
    }

    /** The document as YAML. */
    String text() {
        return Yaml.write(document);
    }
}

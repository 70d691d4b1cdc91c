package org.stoppayment.gateway.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoppayment.gateway.domain.Institution;
import org.stoppayment.gateway.domain.Limits;

/** Reads the institutions from a YAML file, and all or none of them: half a registry would lose orders. */
final class RegistryFile {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private RegistryFile() {}

    /**
     * The institutions in {@code file}.
     *
     * @throws RegistryException with all that is wrong with it
     */
    static List<Institution> read(Path file) {
        Findings findings = new Findings();
        List<Institution> institutions = institutions(parse(file), findings);
        if (!findings.isEmpty()) {
            throw new RegistryException(file, findings.all());
        }
        return institutions;
    }

    private static JsonNode parse(Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException notYaml) {
            // Not the parser's own message: it quotes the source, and secrets stand there.
            var place = notYaml.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new RegistryException(
                    file, List.of("file: not read" + where + " (expected: YAML, every key once in its object)"));
        } catch (IOException notRead) {
            throw new RegistryException(
                    file,
                    List.of("file: " + notRead.getClass().getSimpleName() + " (expected: a file that can be read)"));
        }
    }

    private static List<Institution> institutions(JsonNode root, Findings findings) {
        Entry top = new Entry(root, "", findings);
        top.allow(Set.of("defaults", "institutions"));
        Limits defaults = LimitsEntry.read(top.object("defaults"), Limits.DEFAULTS);
        List<Institution> institutions = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        Map<String, String> bins = new HashMap<>();
        List<Entry> entries = top.objects("institutions");
        if (entries.isEmpty()) {
            findings.add("institutions", "none", "one or more");
        }
        for (Entry entry : entries) {
            InstitutionEntry.read(entry, defaults).ifPresent(institutions::add);
            once(entry.at("code"), entry.plain("code"), codes, findings);
            entry.texts("bins").forEach(bin -> once(entry.at("bins"), bin, bins, findings));
        }
        return List.copyOf(institutions);
    }

    private static void once(String place, String value, Map<String, String> seen, Findings findings) {
        String before = value.isEmpty() ? null : seen.putIfAbsent(value, place);
        if (before != null) {
            findings.add(place, value, "not the same as " + before);
        }
    }
}

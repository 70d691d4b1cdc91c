package org.stoppayment.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads YAML strictly: no duplicate keys. */
public final class Yaml {

    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private Yaml() {}

    /**
     * The document in {@code file}, a missing node when the file is empty.
     *
     * @throws MalformedYamlException when it is not YAML
     * @throws IOException when the file cannot be read
     */
    public static JsonNode read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /**
     * The document in {@code text}, a missing node when there is none.
     *
     * @throws MalformedYamlException when it is not YAML
     */
    public static JsonNode parse(String text) throws MalformedYamlException {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notYaml) {
            throw new MalformedYamlException(notYaml.getLocation());
        }
    }

    /** The YAML of {@code document}. */
    public static String write(JsonNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

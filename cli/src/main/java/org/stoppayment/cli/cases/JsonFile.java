package org.stoppayment.cli.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Json;

/** Reads JSON files that are not messages of the contract. */
final class JsonFile {

    private JsonFile() {}

    static JsonNode tree(Path file) {
        try {
            String text = Files.readString(file);
            ProtoFile.requireJson(file.toString(), text);
            return Json.MAPPER.readTree(text);
        } catch (IOException e) {
            throw CliException.usage(file + ": cannot be read");
        }
    }

    static <T> T as(Path file, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(tree(file), type);
        } catch (JsonProcessingException e) {
            throw CliException.usage(file + ": " + e.getOriginalMessage());
        }
    }
}

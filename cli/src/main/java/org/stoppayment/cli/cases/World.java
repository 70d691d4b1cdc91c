package org.stoppayment.cli.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.stoppayment.cli.output.CliException;

/**
 * The state of the simulated institutions at the start of a case.
 *
 * @param content the file's content, which the simulator reads
 */
public record World(JsonNode content) {

    /** Reads a world. One with a {@code PULL} institution is refused, because that is not built yet. */
    public static World read(Path file) {
        JsonNode content = JsonFile.tree(file);
        int index = 0;
        for (JsonNode institution : content.path("institutions")) {
            if (institution.path("mode").asText().equals("PULL")) {
                throw CliException.usage(FileText.PULL_MODE, file, "institutions[" + index + "]");
            }
            index++;
        }
        return new World(content);
    }
}

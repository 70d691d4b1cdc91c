package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;

/**
 * What a drill must know of the rule set that its suite works by. account-freeze, which starts with it, checks the rest.
 *
 * @param taintThresholdFen less tainted money than this is not followed
 */
public record Rules(long taintThresholdFen) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern FEN = Pattern.compile("([0-9]{1,15}) fen");

    /** Those of a rule set's file. */
    static Rules read(Path file) {
        try {
            JsonNode threshold = YAML.readTree(file.toFile()).at("/tracing/taintThreshold/value");
            Matcher sum = FEN.matcher(threshold.asText());
            if (!sum.matches()) {
                throw CliException.usage(file + ": tracing.taintThreshold.value: " + threshold.asText("none")
                        + " (expected: a sum in fen, such as 10000 fen)");
            }
            return new Rules(Long.parseLong(sum.group(1)));
        } catch (IOException notRead) {
            throw CliException.usage(file + ": cannot be read (expected: a rule set)");
        }
    }
}

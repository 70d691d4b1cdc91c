package org.stoppayment.cli.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.cli.output.CliException;

/**
 * The part of the rule set that a drill needs. account-freeze validates the whole rule set.
 *
 * @param taintThresholdFen smaller tainted sums are not followed
 */
public record Rules(long taintThresholdFen) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern FEN = Pattern.compile("([0-9]{1,15}) fen");

    /** Reads them from the file of a rule set. */
    static Rules read(Path file) {
        try {
            JsonNode threshold = YAML.readTree(file.toFile()).at("/tracing/taintThreshold/value");
            Matcher sum = FEN.matcher(threshold.asText());
            if (!sum.matches()) {
                throw CliException.usage(SuiteText.THRESHOLD_INVALID, file, threshold.asText("-"));
            }
            return new Rules(Long.parseLong(sum.group(1)));
        } catch (IOException notRead) {
            throw CliException.usage(SuiteText.RULES_UNREADABLE, file);
        }
    }
}

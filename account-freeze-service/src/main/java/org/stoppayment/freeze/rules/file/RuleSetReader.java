package org.stoppayment.freeze.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.Json;
import org.stoppayment.formats.MalformedYamlException;
import org.stoppayment.formats.Yaml;
import org.stoppayment.freeze.rules.domain.AttentionRules;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.ExpiryWarning;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kit.rules.RuleHead;
import org.stoppayment.kit.rules.RuleSection;
import org.stoppayment.kit.rules.UnusableRules;
import org.stoppayment.kit.rules.WrittenRules;

/** Reads a rule set, all or nothing; its form is described in {@code rules/cn-2016-86.yaml}. */
public final class RuleSetReader {

    private static final Duration DEFAULT_BOOKINGS_INQUIRY = Duration.ofMinutes(10);

    private final FieldReader file;
    private final boolean isKept;

    private RuleSetReader(JsonNode document, boolean isKept) {
        this.file = FieldReader.ofFile(document);
        this.isKept = isKept;
    }

    /**
     * A rule set as written in a file.
     *
     * @throws UnusableRules with all its violations
     */
    public static WrittenRules<RuleSet> yaml(String text, String where) {
        try {
            JsonNode document = Yaml.parse(text);
            return written(read(new RuleSetReader(document, false), where), document);
        } catch (MalformedYamlException notYaml) {
            throw new UnusableRules(
                    where, List.of(new Violation("file", "NOT_YAML", String.valueOf(notYaml.getMessage()))));
        }
    }

    /**
     * A rule set as stored, maybe by an earlier release.
     *
     * @throws UnusableRules when it cannot be read
     */
    public static WrittenRules<RuleSet> json(String text, String where) {
        try {
            JsonNode document = Json.read(text.getBytes(StandardCharsets.UTF_8));
            return written(read(new RuleSetReader(withoutAnswerTimeout(document), true), where), document);
        } catch (IOException notJson) {
            throw new UnusableRules(
                    where,
                    List.of(new Violation(
                            "file", "MALFORMED_JSON", "not JSON (expected: JSON, every key once in its object)")));
        }
    }

    private static WrittenRules<RuleSet> written(RuleSet rules, JsonNode document) {
        return new WrittenRules<>(rules.name(), rules, document.toString());
    }

    private static RuleSet read(RuleSetReader reader, String where) {
        RuleSet rules = reader.rules();
        List<Violation> violations = reader.file.violations();
        if (!violations.isEmpty()) {
            throw new UnusableRules(where, violations);
        }
        return rules;
    }

    private RuleSet rules() {
        file.allowOnly(Set.of("id", "version", "title", "stops", "doubt", "tracing", "attention", "lists"));
        return new RuleSet(
                RuleHead.id(file), RuleHead.version(file), stops(), doubt(), tracing(), attention(), lists());
    }

    private StopRules stops() {
        RuleSection section = RuleSection.of(
                file, "stops", Set.of("term", "stopsPerAccount", "extensionCounts", "futureTolerance", "warnings"));
        StopRules rules = new StopRules(
                section.duration("term"),
                section.count("stopsPerAccount"),
                section.flag("extensionCounts"),
                section.duration("futureTolerance"),
                section.decreasingDurations("warnings", ExpiryWarning.values().length));
        if (isValidSoFar() && rules.warnings().get(0).compareTo(rules.term()) >= 0) {
            section.reject(
                    "warnings",
                    "value[0]",
                    rules.warnings().get(0).toString(),
                    "shorter than stops.term, " + rules.term());
        }
        return rules;
    }

    private DoubtRules doubt() {
        RuleSection section = RuleSection.of(
                file, "doubt", Set.of("firstInquiry", "slowestInquiry", "budget", "bookingsInquiry", "alertAfter"));
        Duration first = section.duration("firstInquiry");
        Duration slowest = section.duration("slowestInquiry");
        if (isValidSoFar() && slowest.compareTo(first) < 0) {
            section.reject("slowestInquiry", "value", slowest.toString(), "no less than doubt.firstInquiry, " + first);
        }
        // Orders keep the rule set that they were made under, even one stored before the rule for bookings existed.
        boolean isOlder = isKept && !section.has("bookingsInquiry");
        return new DoubtRules(
                first,
                slowest,
                section.duration("budget"),
                isOlder ? DEFAULT_BOOKINGS_INQUIRY : section.duration("bookingsInquiry"),
                section.duration("alertAfter"));
    }

    /** Older stored rule sets have a time-out that had no effect: it is agreed in the registry of institutions. */
    private static JsonNode withoutAnswerTimeout(JsonNode document) {
        JsonNode copy = document.deepCopy();
        if (copy.path("doubt") instanceof ObjectNode doubt) {
            doubt.remove("answerTimeout");
        }
        return copy;
    }

    private TracingRules tracing() {
        RuleSection section =
                RuleSection.of(file, "tracing", Set.of("matchTolerance", "taintThreshold", "levelLimit", "nodeLimit"));
        return new TracingRules(
                Money.ofFen(section.fen("taintThreshold")),
                section.count("levelLimit"),
                section.count("nodeLimit"),
                section.duration("matchTolerance"));
    }

    /** Rule sets that were stored before there was a rule for attention have the threshold of tracing. */
    private AttentionRules attention() {
        return new AttentionRules(
                isKept && !file.has("attention")
                        ? tracing().threshold()
                        : Money.ofFen(RuleSection.of(file, "attention", Set.of("unknownThreshold"))
                                .fen("unknownThreshold")));
    }

    private ListRules lists() {
        RuleSection section =
                RuleSection.of(file, "lists", Set.of("dissuasionWindow", "dissuasionClaim", "muleStops", "muleCases"));
        return new ListRules(
                section.duration("dissuasionWindow"),
                section.duration("dissuasionClaim"),
                section.count("muleStops"),
                section.count("muleCases"));
    }

    private boolean isValidSoFar() {
        return file.violations().isEmpty();
    }
}

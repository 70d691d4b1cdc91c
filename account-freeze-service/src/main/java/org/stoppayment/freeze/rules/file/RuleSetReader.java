package org.stoppayment.freeze.rules.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.rules.domain.ExpiryWarning;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.kernel.Money;

/** Reads a rule set, and all or nothing of it; its form is described in {@code rules/cn-2016-86.yaml}. */
public final class RuleSetReader {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String ID_FORM = "[a-z0-9][a-z0-9.-]{0,63}";
    private static final int MOST = 1_000_000;
    private static final Duration ELDER_BOOKINGS_INQUIRY = Duration.ofMinutes(10);

    private final String where;
    private final boolean isKept;
    private final List<String> findings = new ArrayList<>();

    private RuleSetReader(String where, boolean isKept) {
        this.where = where;
        this.isKept = isKept;
    }

    /**
     * A rule set as it was written.
     *
     * @throws UnusableRules with all that is wrong with it
     */
    public static WrittenRules yaml(String text, String where) {
        return new RuleSetReader(where, false).read(YAML, text, "YAML, every key once in its object");
    }

    /**
     * A rule set as it was kept, maybe by an earlier release.
     *
     * @throws UnusableRules when it cannot be read
     */
    public static WrittenRules json(String text, String where) {
        return new RuleSetReader(where, true).read(JSON, text, "JSON");
    }

    private WrittenRules read(ObjectMapper mapper, String text, String form) {
        try {
            JsonNode root = mapper.readTree(text);
            RuleSet rules = rules(root);
            if (!findings.isEmpty()) {
                throw new UnusableRules(where, findings);
            }
            return new WrittenRules(rules, JSON.writeValueAsString(root));
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            String at = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new UnusableRules(where, List.of("file: not read" + at + " (expected: " + form + ")"));
        }
    }

    private RuleSet rules(JsonNode root) {
        RuleSection top = new RuleSection(
                root, "", Set.of("id", "version", "title", "stops", "doubt", "tracing", "lists"), findings);
        if (!root.path("id").asText().matches(ID_FORM)) {
            top.find("id", root.path("id"), "1..64 of a-z, 0-9, dot and hyphen");
        }
        int version = root.path("version").isInt() ? root.path("version").intValue() : 0;
        if (version < 1) {
            top.find("version", root.path("version"), "a whole number from 1 on");
        }
        return new RuleSet(
                root.path("id").asText(),
                version,
                stops(root.path("stops")),
                doubt(root.path("doubt")),
                tracing(root.path("tracing")),
                lists(root.path("lists")));
    }

    private StopRules stops(JsonNode node) {
        RuleSection section = new RuleSection(
                node,
                "stops",
                Set.of("term", "stopsPerAccount", "extensionCounts", "futureTolerance", "warnings"),
                findings);
        StopRules rules = new StopRules(
                section.duration("term"),
                section.count("stopsPerAccount", MOST),
                section.truth("extensionCounts"),
                section.duration("futureTolerance"),
                section.shrinkingDurations("warnings", ExpiryWarning.values().length));
        if (findings.isEmpty() && rules.warnings().get(0).compareTo(rules.term()) >= 0) {
            section.find(
                    "stops.warnings.value[0]",
                    node.path("warnings").path("value").path(0),
                    "shorter than stops.term, " + rules.term());
        }
        return rules;
    }

    private DoubtRules doubt(JsonNode node) {
        RuleSection section = new RuleSection(
                withoutRetired(node),
                "doubt",
                Set.of("firstInquiry", "slowestInquiry", "budget", "bookingsInquiry", "alertAfter"),
                findings);
        Duration first = section.duration("firstInquiry");
        Duration slowest = section.duration("slowestInquiry");
        if (findings.isEmpty() && slowest.compareTo(first) < 0) {
            section.find(
                    "doubt.slowestInquiry.value",
                    node.path("slowestInquiry").path("value"),
                    "no less than doubt.firstInquiry, " + first);
        }
        return new DoubtRules(
                first,
                slowest,
                section.duration("budget"),
                isElder(node) ? ELDER_BOOKINGS_INQUIRY : section.duration("bookingsInquiry"),
                section.duration("alertAfter"));
    }

    /** Rule sets that were kept earlier name a time-out, which ruled nothing: that is agreed in the registry of institutions. */
    private JsonNode withoutRetired(JsonNode doubt) {
        return isKept && doubt instanceof ObjectNode kept ? kept.deepCopy().without("answerTimeout") : doubt;
    }

    /** Orders that were made under a rule set keep it, also one that was kept before there was a rule for bookings. */
    private boolean isElder(JsonNode doubt) {
        return isKept && doubt.isObject() && !doubt.has("bookingsInquiry");
    }

    private TracingRules tracing(JsonNode node) {
        RuleSection section = new RuleSection(
                node, "tracing", Set.of("matchTolerance", "taintThreshold", "levelLimit", "nodeLimit"), findings);
        return new TracingRules(
                Money.ofFen(section.fen("taintThreshold")),
                section.count("levelLimit", MOST),
                section.count("nodeLimit", MOST),
                section.duration("matchTolerance"));
    }

    private ListRules lists(JsonNode node) {
        RuleSection section = new RuleSection(
                node, "lists", Set.of("dissuasionWindow", "dissuasionClaim", "muleStops", "muleCases"), findings);
        return new ListRules(
                section.duration("dissuasionWindow"),
                section.duration("dissuasionClaim"),
                section.count("muleStops", MOST),
                section.count("muleCases", MOST));
    }
}

package org.stoppayment.freeze.rules.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One section of a rule set: keys, each with a value and where it comes from. What is wrong is noted with its path, and
 * reading goes on, so that one reading finds everything.
 */
final class RuleSection {

    private static final Set<String> PARTS = Set.of("value", "source");
    private static final Pattern FEN = Pattern.compile("([0-9]{1,15}) fen");
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration MOST = Duration.ofDays(366);
    private static final int LONGEST_SHOWN = 40;

    private final JsonNode node;
    private final String path;
    private final List<String> findings;

    RuleSection(JsonNode node, String path, Set<String> keys, List<String> findings) {
        this.node = node;
        this.path = path;
        this.findings = findings;
        if (!node.isObject()) {
            find(path, node, "a section with " + new TreeSet<>(keys));
        }
        allow(node, path, keys);
    }

    /** A length of time with its unit, more than nothing. */
    Duration duration(String key) {
        return duration(valueOf(key), at(key));
    }

    /** Lengths of time, each shorter than the one before it. */
    List<Duration> shrinkingDurations(String key, int count) {
        JsonNode values = valueOf(key);
        List<Duration> durations = new ArrayList<>();
        if (values.isArray()) {
            for (int i = 0; i < values.size(); i++) {
                durations.add(duration(values.path(i), at(key) + "[" + i + "]"));
            }
        }
        boolean shrinking = durations.size() == count;
        for (int i = 1; i < durations.size(); i++) {
            shrinking &= durations.get(i).compareTo(durations.get(i - 1)) < 0;
        }
        if (!values.isMissingNode() && !shrinking) {
            find(at(key), values, count + " durations, each shorter than the one before it");
        }
        return durations;
    }

    /** A whole number from 1 on. */
    int count(String key, int most) {
        JsonNode value = valueOf(key);
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 1 && value.intValue() <= most) {
            return value.intValue();
        }
        wrong(key, value, "a whole number 1.." + most);
        return 1;
    }

    /** True or false. */
    boolean truth(String key) {
        JsonNode value = valueOf(key);
        if (!value.isBoolean()) {
            wrong(key, value, "true or false");
        }
        return value.asBoolean();
    }

    /** A sum with its unit. */
    long fen(String key) {
        JsonNode value = valueOf(key);
        Matcher sum = FEN.matcher(value.asText());
        if (value.isTextual() && sum.matches()) {
            return Long.parseLong(sum.group(1));
        }
        wrong(key, value, "a sum in fen, such as 10000 fen");
        return 0;
    }

    private Duration duration(JsonNode value, String where) {
        Optional<Duration> read = parse(value);
        if (read.isEmpty() && !value.isMissingNode()) {
            find(where, value, "a duration with its unit, more than nothing and at most a year, such as PT48H");
        }
        return read.orElse(LEAST);
    }

    private static Optional<Duration> parse(JsonNode value) {
        try {
            Duration duration = Duration.parse(value.isTextual() ? value.textValue() : "");
            return duration.compareTo(LEAST) >= 0 && duration.compareTo(MOST) <= 0
                    ? Optional.of(duration)
                    : Optional.empty();
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }

    /** The value of a rule; a rule that is missing, or says not where it comes from, is noted. */
    private JsonNode valueOf(String key) {
        JsonNode rule = node.path(key);
        if (!rule.isObject()) {
            find(place(key), rule, "{value: …, source: …}");
            return rule.path("value");
        }
        allow(rule, place(key), PARTS);
        if (rule.path("source").asText().isBlank()) {
            find(place(key) + ".source", rule.path("source"), "the article, or why we chose so");
        }
        if (rule.path("value").isMissingNode()) {
            find(at(key), rule.path("value"), "a value");
        }
        return rule.path("value");
    }

    private void allow(JsonNode object, String where, Set<String> keys) {
        object.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                findings.add((where.isEmpty() ? key : where + "." + key) + ": unknown key (expected: one of "
                        + new TreeSet<>(keys) + ")");
            }
        });
    }

    private void wrong(String key, JsonNode value, String expected) {
        if (!value.isMissingNode()) {
            find(at(key), value, expected);
        }
    }

    void find(String where, JsonNode value, String expected) {
        String shown = value.isMissingNode() || value.isNull()
                ? "none"
                : value.isTextual() ? value.asText() : value.toString();
        findings.add((where.isEmpty() ? "file" : where) + ": "
                + shown.substring(0, Math.min(LONGEST_SHOWN, shown.length())) + " (expected: " + expected + ")");
    }

    private String place(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String at(String key) {
        return place(key) + ".value";
    }
}

package org.stoppayment.kit.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.formats.FieldValue;
import org.stoppayment.kernel.LegalTerm;

/**
 * One section of a rule set: rules, each with a value and its source. A violation is noted and the rule reads as the minimum
 * allowed: callers must check the violations before they use the values.
 */
public final class RuleSection {

    private static final String RULE = "{value: …, source: …}";
    private static final String SOURCE = "the article, or why we chose so";
    private static final Pattern FEN = Pattern.compile("([0-9]{1,15}) fen");
    private static final int MAX_COUNT = 1_000_000;
    private static final Duration MIN_DURATION = Duration.ofMillis(1);
    private static final LegalTerm MIN_TERM = new LegalTerm(MIN_DURATION);
    private static final Duration MAX_DURATION = Duration.ofDays(366);

    private final Optional<FieldReader> fields;

    private RuleSection(Optional<FieldReader> fields) {
        this.fields = fields;
    }

    /** The section {@code name} of a file, which has {@code rules} and no other. */
    public static RuleSection of(FieldReader file, String name, Set<String> rules) {
        Optional<FieldReader> fields = file.required(name).object("a section with " + new TreeSet<>(rules));
        fields.ifPresent(section -> section.allowOnly(rules));
        return new RuleSection(fields);
    }

    /** True when the section has the rule. */
    public boolean has(String name) {
        return fields.filter(section -> section.has(name)).isPresent();
    }

    /** A duration with its unit, positive and at most a year. */
    public Duration duration(String name) {
        return value(name).flatMap(RuleSection::duration).orElse(MIN_DURATION);
    }

    /** Durations, each shorter than the one before it. */
    public List<Duration> decreasingDurations(String name, int count) {
        List<Duration> durations = value(name).map(FieldValue::elements).orElse(List.of()).stream()
                .flatMap(element -> duration(element).stream())
                .toList();
        boolean decreasing = durations.size() == count;
        for (int i = 1; i < durations.size(); i++) {
            decreasing &= durations.get(i).compareTo(durations.get(i - 1)) < 0;
        }
        if (!decreasing) {
            reject(name, "value", durations.toString(), count + " durations, each shorter than the one before it");
        }
        return durations;
    }

    /** A term in calendar months or days, or in hours and seconds; positive. */
    public LegalTerm term(String name) {
        return value(name).flatMap(RuleSection::term).orElse(MIN_TERM);
    }

    /** Terms, each shorter than the one before it. */
    public List<LegalTerm> terms(String name, int count) {
        List<LegalTerm> terms = value(name).map(FieldValue::elements).orElse(List.of()).stream()
                .flatMap(element -> term(element).stream())
                .toList();
        boolean decreasing = terms.size() == count;
        for (int i = 1; i < terms.size(); i++) {
            decreasing &= end(terms.get(i)).isBefore(end(terms.get(i - 1)));
        }
        if (!decreasing) {
            reject(name, "value", terms.toString(), count + " terms, each shorter than the one before it");
        }
        return terms;
    }

    /** One of the constants of an enum. */
    public <E extends Enum<E>> E oneOf(String name, E[] constants) {
        return value(name).flatMap(value -> value.oneOf(constants)).orElse(constants[0]);
    }

    /** A whole number, at least 1. */
    public int count(String name) {
        return value(name)
                .flatMap(value -> value.wholeNumber(1, MAX_COUNT))
                .orElse(1L)
                .intValue();
    }

    /** True or false. */
    public boolean flag(String name) {
        return value(name).flatMap(FieldValue::flag).orElse(false);
    }

    /** A sum with its unit. */
    public long fen(String name) {
        return value(name)
                .flatMap(value -> value.parse("a sum in fen, such as 10000 fen", RuleSection::parseFen))
                .orElse(0L);
    }

    /** Notes a violation at {@code place} within a rule. */
    public void reject(String name, String place, String shown, String expected) {
        fields.flatMap(section -> section.optional(name).object())
                .ifPresent(rule -> rule.reject(place, "OUT_OF_RANGE", shown, expected));
    }

    private static Optional<Duration> duration(FieldValue value) {
        return value.duration(MIN_DURATION, MAX_DURATION);
    }

    private static Optional<LegalTerm> term(FieldValue value) {
        return value.parse("a term in ISO 8601, such as P6M, P30D or PT24H", RuleSection::parseTerm)
                .map(LegalTerm::new)
                .filter(term -> end(term).isAfter(Instant.EPOCH)
                        || value.reject("OUT_OF_RANGE", "longer than nothing").isPresent());
    }

    private static Optional<TemporalAmount> parseTerm(String text) {
        try {
            return Optional.of(text.contains("T") ? Duration.parse(text) : Period.parse(text));
        } catch (DateTimeParseException notATerm) {
            return Optional.empty();
        }
    }

    private static Instant end(LegalTerm term) {
        return term.endFrom(Instant.EPOCH);
    }

    private static Optional<Long> parseFen(String text) {
        Matcher sum = FEN.matcher(text);
        return sum.matches() ? Optional.of(Long.parseLong(sum.group(1))) : Optional.empty();
    }

    private Optional<FieldValue> value(String name) {
        return fields.flatMap(section -> section.required(name).object(RULE)).map(rule -> {
            rule.allowOnly(Set.of("value", "source"));
            rule.required("source").parse(SOURCE, text -> text.isBlank() ? Optional.empty() : Optional.of(text));
            return rule.required("value");
        });
    }
}

package org.stoppayment.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The head of a statement, or of what it includes, names the tables of other features that the statement uses. */
class StatementHeadsTest {

    private static final Path STATEMENTS = Path.of("src/main/resources/sql");
    private static final Map<String, String> FEATURE_OF_TABLE = Map.ofEntries(
            Map.entry("stop_order", "orders"),
            Map.entry("waiting_order", "orders"),
            Map.entry("reported_transfer", "orders"),
            Map.entry("inbox", "orders"),
            Map.entry("finding", "orders"),
            Map.entry("named_payer", "parties"),
            Map.entry("withdrawn_case", "orders"),
            Map.entry("claim", "books"),
            Map.entry("outflow", "books"),
            Map.entry("inflow", "books"),
            Map.entry("trace", "tracing"),
            Map.entry("traced_transfer", "tracing"),
            Map.entry("follow_up", "amendments"),
            Map.entry("stop_release", "amendments"),
            Map.entry("alert", "alerts"),
            Map.entry("dissuasion", "dissuasion"),
            Map.entry("screened_account", "dissuasion"),
            Map.entry("holder_name", "dissuasion"),
            Map.entry("repeated_account", "mules"),
            Map.entry("attention_closure", "attention"),
            Map.entry("filed_case", "holds"),
            Map.entry("freeze_order", "holds"),
            Map.entry("freeze_amendment", "holds"),
            Map.entry("objection", "objections"),
            Map.entry("objection_statement", "objections"),
            Map.entry("account_query", "queries"),
            Map.entry("query_answer", "queries"),
            Map.entry("watch_report", "queries"),
            Map.entry("held_account", "queries"),
            Map.entry("case_status", "facts"));
    private static final Pattern USED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z_]+)\\b");
    private static final Pattern NAMED = Pattern.compile("Tables of other features: (.*?\\))(?:\\.|,? and those|$)");
    private static final Pattern INCLUDE = Pattern.compile("-- include: sql/(\\S+)");

    static List<Path> statements() throws IOException {
        try (Stream<Path> files = Files.walk(STATEMENTS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(STATEMENTS::relativize)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void headNamesTheTablesOfOtherFeatures(Path statement) throws IOException {
        String feature = statement.getName(0).toString();

        Set<String> namedInHead = ofOthers(named(statement), feature);

        assertThat(namedInHead).as("tables in the head of %s", statement).isEqualTo(ofOthers(used(statement), feature));
    }

    private static Set<String> ofOthers(Set<String> tables, String feature) {
        return tables.stream()
                .filter(table -> !feature.equals(FEATURE_OF_TABLE.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> used(Path statement) throws IOException {
        Set<String> tables = new TreeSet<>();
        String text = Files.readString(STATEMENTS.resolve(statement));
        USED.matcher(text.replaceAll("(?m)^\\s*--.*$|\\s--\\s.*$", ""))
                .results()
                .map(found -> found.group(1))
                .filter(FEATURE_OF_TABLE::containsKey)
                .forEach(tables::add);
        Matcher include = INCLUDE.matcher(text);
        while (include.find()) {
            tables.addAll(used(Path.of(include.group(1))));
        }
        return tables;
    }

    private static Set<String> named(Path statement) throws IOException {
        Set<String> tables = new TreeSet<>();
        String text = Files.readString(STATEMENTS.resolve(statement));
        String head = text.lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).trim())
                .collect(Collectors.joining(" "));
        NAMED.matcher(head)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("[^a-z_]+")))
                .filter(FEATURE_OF_TABLE::containsKey)
                .forEach(tables::add);
        Matcher include = INCLUDE.matcher(text);
        while (include.find()) {
            tables.addAll(named(Path.of(include.group(1))));
        }
        return tables;
    }
}

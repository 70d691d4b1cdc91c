package org.stoppayment.kit.postgres;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The resource of a statement while it is loaded: its text, includes resolved, and the declared parameters. {@link #bind} replaces
 * names by numbered, typed parameters.
 */
final class SqlResource {

    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*-- include: (\\S+)[ \\t]*$");
    private static final Pattern COMMENT = Pattern.compile("('[^']*'|\"[^\"]*\")|[ \\t]*--.*");
    private static final Pattern BLANK_LINES = Pattern.compile("(?m)^[ \\t]*\\R");
    // Literals, quoted identifiers and casts come first, so that they are not searched for names.
    private static final Pattern NAME = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|::|:([a-z]\\w*)(?:\\.(\\w+))?" + "(\\s+AS\\s+(\\w+)(?:\\s*\\(([^()]*)\\))?)?");

    private final String path;
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    private int count;

    private SqlResource(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** Reads {@code path} and its includes from the class loader of {@code owner}. */
    static SqlResource read(String path, Class<?> owner) {
        String text = resolve(path, owner.getClassLoader());
        String withoutComments = COMMENT.matcher(text).replaceAll("$1");
        return new SqlResource(path, BLANK_LINES.matcher(withoutComments).replaceAll(""));
    }

    private static String resolve(String path, ClassLoader loader) {
        return INCLUDE.matcher(content(path, loader))
                .replaceAll(include -> Matcher.quoteReplacement(
                        resolve(include.group(1), loader).stripTrailing()));
    }

    private static String content(String path, ClassLoader loader) {
        try (InputStream stream = loader.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException("%s (expected: a resource)".formatted(path));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    /** Declares {@code :name}. */
    void value(String name, String type) {
        requireNew(name);
        values.put(name, next(type));
    }

    /** Declares {@code :name AS alias} and {@code :name.column}; {@code types} maps column names to types. */
    void rows(String name, Map<String, String> types) {
        requireNew(name);
        Map<String, String> columns = new LinkedHashMap<>();
        types.forEach((column, type) -> columns.put(column, next(type)));
        rows.put(name, columns);
    }

    private void requireNew(String name) {
        if (values.containsKey(name) || rows.containsKey(name)) {
            throw new IllegalArgumentException("%s: :%s (expected: declared once)".formatted(path, name));
        }
    }

    private String next(String type) {
        count++;
        return "$" + count + "::" + type;
    }

    /**
     * The statement as it is sent.
     *
     * @throws IllegalArgumentException when it uses an undeclared name or does not use a declared one
     */
    String bind() {
        Set<String> unused = new TreeSet<>(values.keySet());
        rows.forEach((name, columns) -> columns.keySet().forEach(column -> unused.add(name + "." + column)));
        String sql = NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found, unused)));
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: used in the statement)".formatted(path, String.join(", ", unused)));
        }
        return sql;
    }

    private String replacement(MatchResult found, Set<String> unused) {
        String name = found.group(1);
        if (name == null) {
            return found.group();
        }
        String column = found.group(2);
        String rest = found.group(3) == null ? "" : found.group(3);
        if (column != null) {
            return column(name, column, unused) + rest;
        }
        if (rows.containsKey(name)) {
            return unnest(name, found.group(4), found.group(5), unused);
        }
        unused.remove(name);
        return require(values, name, ":" + name) + rest;
    }

    /** {@code :name AS alias (column, …)}; without columns, all of them. */
    private String unnest(String name, @Nullable String alias, @Nullable String some, Set<String> unused) {
        if (alias == null) {
            throw new IllegalArgumentException(
                    "%s: :%s (expected: :%s AS alias, or :%s.column)".formatted(path, name, name, name));
        }
        List<String> columns = some == null
                ? new ArrayList<>(require(rows, name, ":" + name).keySet())
                : Arrays.stream(some.strip().split("\\s*,\\s*")).toList();
        return "unnest(%s) AS %s (%s)"
                .formatted(
                        columns.stream()
                                .map(column -> column(name, column, unused))
                                .collect(joining(", ")),
                        alias,
                        String.join(", ", columns));
    }

    private String column(String name, String column, Set<String> unused) {
        unused.remove(name + "." + column);
        return require(require(rows, name, ":" + name), column, ":" + name + "." + column);
    }

    private <V> V require(Map<String, V> declared, String key, String name) {
        V value = declared.get(key);
        if (value == null) {
            throw new IllegalArgumentException("%s: %s (expected: one of %s)".formatted(path, name, declared.keySet()));
        }
        return value;
    }

    String path() {
        return path;
    }
}

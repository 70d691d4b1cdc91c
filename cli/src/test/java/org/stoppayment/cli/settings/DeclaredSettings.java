package org.stoppayment.cli.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings that the services declare: in interfaces with {@code @ConfigMapping}, and as expressions in their properties. */
final class DeclaredSettings {

    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
    private static final Pattern NAME = Pattern.compile("@WithName\\(\"([^\"]+)\"\\)");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]+)\"\\)");

    /** A member of an interface: a nested interface, its end, or a method without parameters. */
    private static final Pattern MEMBER =
            Pattern.compile("interface (\\w+) \\{|(})|((?:@\\w+(?:\\([^)]*\\))?\\s+)*)([\\w.<>, ]+?)\\s+(\\w+)\\(\\);");

    /** The second group is the default, which only durations have. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(stoppayment\\.[\\w.-]+)(?::(PT[^}]+))?");

    private DeclaredSettings() {}

    /** A setting: its Java type, and its default where the interface has one. */
    record Declared(String type, Optional<String> otherwise) {}

    /** All of them, by the names of their variables. */
    static Map<String, Declared> read() {
        Map<String, Declared> all = new TreeMap<>();
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path module : modules.filter(each -> Files.exists(each.resolve("src/main/java")))
                    .toList()) {
                readModule(module, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void readModule(Path module, Map<String, Declared> all) throws IOException {
        try (Stream<Path> sources = Files.walk(module.resolve("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                Matcher prefix = PREFIX.matcher(text);
                if (prefix.find()) {
                    readInterface(
                            prefix.group(1),
                            COMMENT.matcher(text.substring(prefix.end())).replaceAll(""),
                            all);
                }
            }
        }
        for (String properties : List.of("application.properties", "META-INF/microprofile-config.properties")) {
            readProperties(module.resolve("src/main/resources").resolve(properties), all);
        }
    }

    private static void readProperties(Path properties, Map<String, Declared> all) throws IOException {
        if (Files.exists(properties)) {
            Matcher expression = EXPRESSION.matcher(Files.readString(properties));
            while (expression.find()) {
                Optional<String> otherwise = Optional.ofNullable(expression.group(2));
                all.putIfAbsent(
                        variable(expression.group(1)),
                        new Declared(otherwise.isPresent() ? "Duration" : "String", otherwise));
            }
        }
    }

    /** Nested interfaces follow the methods that return them, or come before; both are collected first. */
    private static void readInterface(String prefix, String source, Map<String, Declared> all) {
        Map<String, Map<String, Declared>> byInterface = new HashMap<>();
        Matcher member = MEMBER.matcher(source);
        Deque<String> open = new ArrayDeque<>();
        String outermost = "";
        while (member.find()) {
            if (member.group(1) != null) {
                outermost = open.isEmpty() && outermost.isEmpty() ? member.group(1) : outermost;
                open.push(member.group(1));
                byInterface.put(member.group(1), new TreeMap<>());
            } else if (member.group(2) != null) {
                open.pop();
            } else {
                String annotations = member.group(3);
                Matcher name = NAME.matcher(annotations);
                Matcher otherwise = DEFAULT.matcher(annotations);
                byInterface
                        .get(open.element())
                        .put(
                                name.find() ? name.group(1) : kebab(member.group(5)),
                                new Declared(
                                        member.group(4).strip(),
                                        otherwise.find() ? Optional.of(otherwise.group(1)) : Optional.empty()));
            }
        }
        add(prefix, byInterface.get(outermost), byInterface, all);
    }

    private static void add(
            String prefix,
            Map<String, Declared> members,
            Map<String, Map<String, Declared>> byInterface,
            Map<String, Declared> all) {
        members.forEach((name, declared) -> {
            Map<String, Declared> nested = byInterface.get(declared.type());
            if (nested == null) {
                all.put(variable(prefix + "." + name), declared);
            } else {
                add(prefix + "." + name, nested, byInterface, all);
            }
        });
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}

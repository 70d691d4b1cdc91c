package org.stoppayment.system.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of stops with some of their waiting cut short: what takes minutes in production is over in seconds. */
public final class QuickRules {

    private static final Path RULES = Path.of("..", "rules", "cn-2016-86.yaml");

    private QuickRules() {}

    /** The file of a rule set of its own, {@code name}, in which the values of the given keys are others. */
    public static String file(String name, Map<String, String> values) {
        try {
            String yaml = Files.readString(RULES).replace("id: cn-2016-86", "id: " + name);
            for (Map.Entry<String, String> value : values.entrySet()) {
                yaml = with(yaml, value.getKey(), value.getValue());
            }
            Path file = Path.of("target", "rules", name + ".yaml").toAbsolutePath();
            Files.createDirectories(file.getParent());
            return Files.writeString(file, yaml).toString();
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static String with(String yaml, String key, String value) {
        Matcher rule =
                Pattern.compile("(\\b" + key + ": \\{value: )(\\[[^]]*]|[^,]+)").matcher(yaml);
        if (!rule.find()) {
            throw new IllegalArgumentException(key + ": none (expected: a key of " + RULES + ")");
        }
        return rule.replaceFirst("$1" + Matcher.quoteReplacement(value));
    }
}

package org.stoppayment.kit.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stoppayment.kernel.Violation;

/** Finds the text of a rule set: in a configured file, else in the packaged one. */
public final class RuleFile {

    private RuleFile() {}

    /** The rule set; {@code reader} gets its text and where that is. */
    public static <R> WrittenRules<R> find(
            Optional<Path> configured, String packaged, BiFunction<String, String, WrittenRules<R>> reader) {
        return configured.map(file -> read(file, reader)).orElseGet(() -> packaged(packaged, reader));
    }

    /** The rule set in a file; fails with {@link UnusableRules} when it cannot be read. */
    public static <R> WrittenRules<R> read(Path file, BiFunction<String, String, WrittenRules<R>> reader) {
        try {
            return reader.apply(Files.readString(file), file.toString());
        } catch (IOException notRead) {
            throw new UnusableRules(
                    file.toString(),
                    List.of(new Violation(
                            "file",
                            "UNREADABLE",
                            notRead.getClass().getSimpleName() + " (expected: a file that can be read)")));
        }
    }

    /** The rule set in a resource. */
    public static <R> WrittenRules<R> packaged(String name, BiFunction<String, String, WrittenRules<R>> reader) {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not packaged");
            }
            return reader.apply(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException notRead) {
            throw new IllegalStateException(name + " cannot be read", notRead);
        }
    }
}

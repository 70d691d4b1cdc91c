package org.stoppayment.cli.command.common;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.Vocabulary;

/** Values of the contract as people type them: without their prefix, in lower case. */
public final class TypedValue {

    private static final String UNSPECIFIED = "UNSPECIFIED";
    private static final String UNRECOGNIZED = "UNRECOGNIZED";

    private TypedValue() {}

    /** All values but the unspecified one. */
    public static <E extends Enum<E>> List<E> all(E[] values) {
        return Stream.of(values)
                .filter(value -> !value.name().equals(UNRECOGNIZED)
                        && !Vocabulary.shortName(value).equals(UNSPECIFIED))
                .toList();
    }

    /** The value that was typed; fails, and names all, when there is none. */
    public static <E extends Enum<E>> E value(String option, String typed, E[] values) {
        Optional<E> found = all(values).stream()
                .filter(value -> word(value).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst();
        return found.orElseThrow(() -> CliException.usage(
                CommonText.VALUE_INVALID,
                option,
                typed,
                all(values).stream().map(TypedValue::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> value) {
        return Vocabulary.shortName(value).toLowerCase(Locale.ROOT);
    }
}

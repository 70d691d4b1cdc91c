package org.stoppayment.kit.postgres;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a statement.
 *
 * @param name what the SQL calls it
 * @param type its type in SQL
 * @param value what is sent, in the form that the driver takes
 */
record Parameter<T>(String name, String type, Function<T, @Nullable Object> value) {

    /** {@code parameters} and one more. */
    static <T> List<Parameter<T>> append(
            List<Parameter<T>> parameters, String name, String type, Function<T, @Nullable Object> value) {
        if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException("%s (expected: declared once)".formatted(name));
        }
        return Stream.concat(parameters.stream(), Stream.of(new Parameter<>(name, type, value)))
                .toList();
    }
}

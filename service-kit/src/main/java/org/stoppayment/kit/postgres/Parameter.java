package org.stoppayment.kit.postgres;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a statement.
 *
 * @param name its name in the SQL
 * @param type its type in SQL
 * @param value its value in the form that the driver accepts
 */
record Parameter<T>(String name, String type, Function<T, @Nullable Object> value) {

    /** {@code parameters} with another one at the end. */
    static <T> List<Parameter<T>> append(
            List<Parameter<T>> parameters, String name, String type, Function<T, @Nullable Object> value) {
        if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
            throw new IllegalArgumentException("%s (expected: declared once)".formatted(name));
        }
        return Stream.concat(parameters.stream(), Stream.of(new Parameter<>(name, type, value)))
                .toList();
    }
}

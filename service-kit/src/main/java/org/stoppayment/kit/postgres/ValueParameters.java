package org.stoppayment.kit.postgres;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.stoppayment.kernel.ids.TypedId;

/**
 * Single values as parameters of a {@link BatchStatement}.
 *
 * @param <T> the source of the values
 */
public final class ValueParameters<T> {

    private final List<Parameter<T>> values;

    private ValueParameters(List<Parameter<T>> values) {
        this.values = values;
    }

    /** No values. */
    public static <T> ValueParameters<T> of() {
        return new ValueParameters<>(List.of());
    }

    List<Parameter<T>> values() {
        return values;
    }

    private ValueParameters<T> with(String name, String type, Function<T, Object> value) {
        return new ValueParameters<>(Parameter.append(values, name, type, value::apply));
    }

    /** With a UUID. */
    public ValueParameters<T> uuid(String name, Function<T, UUID> value) {
        return with(name, "uuid", value::apply);
    }

    /** With an id. */
    public ValueParameters<T> id(String name, Function<T, ? extends TypedId<?>> value) {
        return uuid(name, from -> value.apply(from).value());
    }

    /** With a text. */
    public ValueParameters<T> text(String name, Function<T, String> value) {
        return with(name, "text", value::apply);
    }

    /** With texts, as one array. */
    public ValueParameters<T> texts(String name, Function<T, ? extends Collection<String>> value) {
        return with(name, "text[]", from -> value.apply(from).toArray(String[]::new));
    }

    /** With ids, as one array. */
    public ValueParameters<T> ids(String name, Function<T, ? extends Collection<? extends TypedId<?>>> value) {
        return with(name, "uuid[]", from -> value.apply(from).stream()
                .map(TypedId::value)
                .toArray(UUID[]::new));
    }

    /** With a 32-bit integer. */
    public ValueParameters<T> integer(String name, ToIntFunction<T> value) {
        return with(name, "int", value::applyAsInt);
    }

    /** With a boolean. */
    public ValueParameters<T> bool(String name, Function<T, Boolean> value) {
        return with(name, "boolean", value::apply);
    }

    /** With a moment. */
    public ValueParameters<T> instant(String name, Function<T, Instant> value) {
        return with(name, "timestamptz", from -> Columns.utc(value.apply(from)));
    }

    /** With a moment, or null. */
    public ValueParameters<T> optionalInstant(String name, Function<T, Optional<Instant>> value) {
        return new ValueParameters<>(Parameter.append(values, name, "timestamptz", from -> value.apply(from)
                .map(Columns::utc)
                .orElse(null)));
    }
}

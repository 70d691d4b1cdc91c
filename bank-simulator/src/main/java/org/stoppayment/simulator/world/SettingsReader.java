package org.stoppayment.simulator.world;

import java.util.List;
import java.util.Optional;
import org.stoppayment.formats.FieldReader;
import org.stoppayment.simulator.behaviour.Mode;
import org.stoppayment.simulator.behaviour.ResponseMillis;

/** Reads the settings of an institution; worlds and the control API have the same fields. */
public final class SettingsReader {

    private SettingsReader() {}

    /** {@code mode}; empty when it is absent or invalid. */
    public static Optional<Mode> mode(FieldReader fields) {
        Optional<String> text = fields.optional("mode").text(1, 40);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        switch (text.get()) {
            case "SYNC":
                return Optional.of(Mode.SYNC);
            case "ASYNC":
                return Optional.of(Mode.ASYNC);
            case "PULL":
                fields.reject("mode", "NOT_BUILT", "PULL", "SYNC or ASYNC; fetching messages is not built yet");
                return Optional.empty();
            default:
                fields.reject("mode", "UNKNOWN", "unknown", "SYNC or ASYNC");
                return Optional.empty();
        }
    }

    /** {@code responseMillis}; empty when it is absent or invalid. */
    public static Optional<ResponseMillis> responseMillis(FieldReader fields) {
        String name = "responseMillis";
        if (!fields.has(name)) {
            return Optional.empty();
        }
        List<Long> bounds = fields.required(name).elements(2).stream()
                .flatMap(bound -> bound.wholeNumber(0, ResponseMillis.MAX).stream())
                .toList();
        if (bounds.size() == 2 && bounds.get(0) <= bounds.get(1)) {
            return Optional.of(
                    new ResponseMillis(bounds.get(0).intValue(), bounds.get(1).intValue()));
        }
        fields.reject(name, "OUT_OF_RANGE", "***", "[min, max] of 0.." + ResponseMillis.MAX + ", min first");
        return Optional.empty();
    }
}

package org.stoppayment.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.stoppayment.simulator.Mode;
import org.stoppayment.simulator.wire.Fields;

/** Reads how an institution answers: the same fields in a world and in the control API. */
public final class Settings {

    private Settings() {}

    /** {@code mode}, if it is there and right. */
    public static Optional<Mode> mode(Fields fields) {
        Optional<String> text = fields.text("mode", 40);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        switch (text.get()) {
            case "SYNC":
                return Optional.of(Mode.SYNC);
            case "ASYNC":
                return Optional.of(Mode.ASYNC);
            case "PULL":
                fields.note(
                        "mode",
                        "NOT_BUILT",
                        "mode: PULL (expected: SYNC or ASYNC; fetching messages is not built yet)");
                return Optional.empty();
            default:
                fields.note("mode", "UNKNOWN", "mode: unknown (expected: SYNC or ASYNC)");
                return Optional.empty();
        }
    }

    /** {@code responseMillis}, if it is there and right. */
    public static Optional<ResponseMillis> responseMillis(Fields fields) {
        if (!fields.has("responseMillis")) {
            return Optional.empty();
        }
        JsonNode pair = fields.raw("responseMillis");
        if (pair.isArray()
                && pair.size() == 2
                && pair.get(0).isInt()
                && pair.get(1).isInt()) {
            int least = pair.get(0).intValue();
            int most = pair.get(1).intValue();
            if (least >= 0 && least <= most && most <= ResponseMillis.LONGEST) {
                return Optional.of(new ResponseMillis(least, most));
            }
        }
        fields.note(
                "responseMillis",
                "OUT_OF_RANGE",
                "responseMillis: wrong (expected: [least, most] of 0.." + ResponseMillis.LONGEST + ", least first)");
        return Optional.empty();
    }
}

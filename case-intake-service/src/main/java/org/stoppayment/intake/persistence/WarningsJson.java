package org.stoppayment.intake.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.stoppayment.kernel.Violation;

/** The JSON format of the {@code warnings} column. */
final class WarningsJson {

    private WarningsJson() {}

    static String write(List<Violation> warnings) {
        JsonArray array = new JsonArray();
        warnings.forEach(warning -> array.add(new JsonObject()
                .put("field", warning.field())
                .put("code", warning.code())
                .put("description", warning.description())));
        return array.encode();
    }

    static List<Violation> read(String json) {
        return new JsonArray(json)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(warning -> new Violation(
                                warning.getString("field"),
                                warning.getString("code"),
                                warning.getString("description")))
                        .toList();
    }
}

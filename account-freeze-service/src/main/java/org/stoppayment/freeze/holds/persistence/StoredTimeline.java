package org.stoppayment.freeze.holds.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.domain.FreezeState;

/** The timeline of a freeze as JSON: {@code [{at, state, cause}]}. */
final class StoredTimeline {

    private StoredTimeline() {}

    static String with(String stored, FreezeTimelineEntry entry) {
        return new JsonArray(stored)
                .add(new JsonObject()
                        .put("at", entry.at().toString())
                        .put("state", entry.state().name())
                        .put("cause", entry.cause()))
                .encode();
    }

    static List<FreezeTimelineEntry> read(String stored) {
        return new JsonArray(stored)
                .stream()
                        .map(JsonObject.class::cast)
                        .map(entry -> new FreezeTimelineEntry(
                                Instant.parse(entry.getString("at")),
                                FreezeState.valueOf(entry.getString("state")),
                                entry.getString("cause")))
                        .toList();
    }
}

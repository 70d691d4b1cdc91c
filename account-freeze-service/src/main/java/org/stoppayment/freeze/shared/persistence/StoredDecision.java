package org.stoppayment.freeze.shared.persistence;

import io.vertx.core.json.JsonObject;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.freeze.shared.domain.Officer;

/** Maps decisions and officers to JSON: {@code {reason, reference, operator: {organisation, badgeNumber}}}. */
public final class StoredDecision {

    private StoredDecision() {}

    /** The decision as JSON. */
    public static JsonObject json(Decision decision) {
        return new JsonObject()
                .put("reason", decision.reason())
                .put("reference", decision.reference())
                .put("operator", json(decision.officer()));
    }

    /** The officer as JSON; as text, it is cast to jsonb. */
    public static JsonObject json(Officer officer) {
        return new JsonObject().put("organisation", officer.organisation()).put("badgeNumber", officer.badgeNumber());
    }

    /** The decision in {@code stored}, which has its three parts. */
    public static Decision decision(JsonObject stored) {
        return new Decision(
                stored.getString("reason"), stored.getString("reference"), officer(stored.getJsonObject("operator")));
    }

    /** The officer in {@code stored}. */
    public static Officer officer(JsonObject stored) {
        return new Officer(stored.getString("organisation"), stored.getString("badgeNumber"));
    }
}

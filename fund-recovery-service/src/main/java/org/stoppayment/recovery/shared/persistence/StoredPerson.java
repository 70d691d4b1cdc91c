package org.stoppayment.recovery.shared.persistence;

import io.vertx.core.json.JsonObject;
import org.stoppayment.kernel.Officer;

/** A person in one column: organisation and badge number as told, as JSON. */
public final class StoredPerson {

    private StoredPerson() {}

    /** The text of a person. */
    public static String text(Officer person) {
        return new JsonObject()
                .put("organisation", person.organisation())
                .put("badgeNumber", person.badgeNumber())
                .encode();
    }

    /** The person of a text. */
    public static Officer person(String stored) {
        JsonObject json = new JsonObject(stored);
        return new Officer(json.getString("organisation"), json.getString("badgeNumber"));
    }
}

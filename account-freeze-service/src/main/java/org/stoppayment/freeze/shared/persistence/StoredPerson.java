package org.stoppayment.freeze.shared.persistence;

import io.vertx.core.json.JsonObject;
import org.stoppayment.freeze.shared.domain.Officer;

/** A person in one column: organisation and badge number as told, as JSON. */
public final class StoredPerson {

    private StoredPerson() {}

    /** The text of a person. */
    public static String text(Officer person) {
        return StoredDecision.json(person).encode();
    }

    /** The person of a text. */
    public static Officer person(String stored) {
        return StoredDecision.officer(new JsonObject(stored));
    }
}

package org.stoppayment.freeze.holds.persistence;

import io.vertx.core.json.JsonObject;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.freeze.shared.persistence.StoredDecision;

/** A person in one column: organisation and badge number as told, as JSON. */
final class StoredPerson {

    private StoredPerson() {}

    static String text(Officer person) {
        return StoredDecision.json(person).encode();
    }

    static Officer person(String stored) {
        return StoredDecision.officer(new JsonObject(stored));
    }
}

package org.stoppayment.freeze.orders.persistence;

import io.vertx.core.json.JsonObject;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/** Reads transfers that another case seems to report as well, as statements return them. */
public final class PossibleDuplicates {

    private PossibleDuplicates() {}

    /** One of them. */
    public static PossibleDuplicate read(JsonObject json) {
        return new PossibleDuplicate(
                TransferId.of(json.getString("transfer_id")),
                TransferId.of(json.getString("duplicate_of")),
                CaseId.of(json.getString("duplicate_case_id")));
    }
}

package org.stoppayment.recovery.eligibility.persistence;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;

/** An account that an officer verified, in one column: with why and by whom, as JSON. */
final class StoredRefundAccount {

    private StoredRefundAccount() {}

    static String text(RefundAccount account, String reason, String evidenceDigest, Officer officer, Instant at) {
        return new JsonObject()
                .put("institutionCode", account.institutionCode())
                .put("number", account.number())
                .put("name", account.name())
                .put("kind", account.kind().name())
                .put("reason", reason)
                .put("evidenceDigest", evidenceDigest)
                .put(
                        "verifiedBy",
                        new JsonObject()
                                .put("organisation", officer.organisation())
                                .put("badgeNumber", officer.badgeNumber()))
                .put("verifiedAt", at.toString())
                .encode();
    }

    static RefundAccount account(String stored) {
        JsonObject json = new JsonObject(stored);
        return new RefundAccount(
                json.getString("institutionCode"),
                json.getString("number"),
                json.getString("name"),
                AccountKind.valueOf(json.getString("kind")),
                false);
    }
}

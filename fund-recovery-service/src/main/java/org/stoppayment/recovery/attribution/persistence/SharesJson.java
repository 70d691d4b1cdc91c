package org.stoppayment.recovery.attribution.persistence;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.attribution.domain.Owner;
import org.stoppayment.recovery.attribution.domain.Shares;

/** Shares as JSON: fen by the id of a case, {@code HOLDER} or {@code UNKNOWN}. */
public final class SharesJson {

    private SharesJson() {}

    /** The text of shares, always the same for the same shares. */
    public static String write(Shares shares) {
        JsonObject json = new JsonObject();
        shares.byOwner()
                .forEach((owner, fen) -> json.put(
                        owner.caseId().map(CaseId::toString).orElse(owner.kind().name()), fen));
        return json.encode();
    }

    /** The shares of a text. */
    public static Shares read(String json) {
        Map<Owner, Long> byOwner = new HashMap<>();
        new JsonObject(json).forEach(each -> byOwner.put(owner(each.getKey()), ((Number) each.getValue()).longValue()));
        return Shares.of(byOwner);
    }

    private static Owner owner(String text) {
        if (text.equals(Owner.Kind.HOLDER.name())) {
            return Owner.HOLDER;
        }
        return text.equals(Owner.Kind.UNKNOWN.name()) ? Owner.UNKNOWN : Owner.victim(CaseId.of(text));
    }
}

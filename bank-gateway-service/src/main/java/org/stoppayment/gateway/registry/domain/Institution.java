package org.stoppayment.gateway.registry.domain;

import java.net.URI;
import java.util.List;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.WebhookSignature;

/**
 * An institution that orders can be sent to.
 *
 * @param code its code
 * @param name its Chinese name
 * @param englishName its English name, may be empty
 * @param kind what it is
 * @param bins first digits of its cards, 4..10 of them; the longest match wins
 * @param endpoint where it takes orders
 * @param signature signs and verifies its messages with the secret shared with it
 * @param limits what was agreed with it
 */
public record Institution(
        InstitutionCode code,
        String name,
        String englishName,
        InstitutionKind kind,
        List<String> bins,
        URI endpoint,
        WebhookSignature signature,
        CallLimits limits) {

    public Institution {
        bins = List.copyOf(bins);
    }
}

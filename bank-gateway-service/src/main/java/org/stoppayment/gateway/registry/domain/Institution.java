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
 * @param shortName what people call it for short, may be empty
 * @param englishName its English name, may be empty
 * @param kind its kind
 * @param bins first 4 to 10 digits of its cards; the longest match decides
 * @param endpoint base URL of its API
 * @param signature signs and verifies its messages with the secret shared with it
 * @param limits the limits agreed with it
 */
public record Institution(
        InstitutionCode code,
        String name,
        String shortName,
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

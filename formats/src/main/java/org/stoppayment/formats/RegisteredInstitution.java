package org.stoppayment.formats;

import java.net.URI;
import java.util.List;
import org.stoppayment.kernel.InstitutionCode;

/**
 * An institution of the registry file, with everything that the file says about it.
 *
 * @param code its code
 * @param name its Chinese name
 * @param shortName what people call it for short, may be empty
 * @param englishName its English name, may be empty
 * @param type its kind
 * @param bins first 4 to 10 digits of its cards
 * @param endpoint base URL of its API
 * @param secret the secret shared with it, for {@link org.stoppayment.kernel.WebhookSignature}; never shown
 * @param limits the limits agreed with it
 */
public record RegisteredInstitution(
        InstitutionCode code,
        String name,
        String shortName,
        String englishName,
        InstitutionType type,
        List<String> bins,
        URI endpoint,
        String secret,
        RegisteredLimits limits) {

    public RegisteredInstitution {
        bins = List.copyOf(bins);
    }

    /** Its code: the endpoint and the secret must not reach a log. */
    @Override
    public String toString() {
        return code.value();
    }
}

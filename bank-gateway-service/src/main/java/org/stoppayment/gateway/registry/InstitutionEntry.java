package org.stoppayment.gateway.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stoppayment.gateway.domain.Institution;
import org.stoppayment.gateway.domain.InstitutionKind;
import org.stoppayment.gateway.domain.Limits;
import org.stoppayment.kernel.InstitutionCode;
import org.stoppayment.kernel.WebhookSignature;

/** Reads one institution; empty when something is wrong with it, and the findings say what. */
final class InstitutionEntry {

    private static final Set<String> KEYS =
            Set.of("code", "name", "englishName", "kind", "bins", "endpoint", "secret", "limits");
    private static final Pattern BIN = Pattern.compile("[0-9]{4,10}");

    private InstitutionEntry() {}

    static Optional<Institution> read(Entry entry, Limits defaults) {
        entry.allow(KEYS);
        Optional<InstitutionCode> code = code(entry);
        Optional<InstitutionKind> kind = kind(entry);
        Optional<URI> endpoint = endpoint(entry);
        Optional<WebhookSignature> signature = signature(entry);
        List<String> bins = bins(entry);
        Limits limits = LimitsEntry.read(entry.object("limits"), defaults);
        if (entry.plain("name").isBlank()) {
            entry.finding("name", entry.shown("name"), "a name, quoted when it looks like a number");
        }
        return code.flatMap(c -> kind.flatMap(k -> endpoint.flatMap(e -> signature.map(
                s -> new Institution(c, entry.plain("name"), entry.plain("englishName"), k, bins, e, s, limits)))));
    }

    private static Optional<InstitutionCode> code(Entry entry) {
        Optional<InstitutionCode> code = InstitutionCode.parse(entry.plain("code"));
        if (code.isEmpty()) {
            entry.finding(
                    "code",
                    entry.shown("code"),
                    "in quotes, a 12-digit bank number with a right check digit, or Z and 13 digits");
        }
        return code;
    }

    private static Optional<InstitutionKind> kind(Entry entry) {
        Optional<InstitutionKind> kind = Arrays.stream(InstitutionKind.values())
                .filter(value -> value.name().equals(entry.plain("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            entry.finding("kind", entry.shown("kind"), "one of " + Arrays.toString(InstitutionKind.values()));
        }
        return kind;
    }

    private static List<String> bins(Entry entry) {
        if (!entry.isTexts("bins")) {
            entry.finding("bins", "***", "a list of texts, each in quotes");
        }
        List<String> bins = entry.texts("bins");
        bins.stream()
                .filter(bin -> !BIN.matcher(bin).matches())
                .forEach(bin -> entry.finding("bins", bin, "4..10 digits"));
        return bins;
    }

    /** An address is shown without its value: it may carry a password. */
    private static Optional<URI> endpoint(Entry entry) {
        try {
            URI uri = new URI(entry.plain("endpoint"));
            boolean right = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535;
            if (right) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException noAddress) {
            // Reported below, like one of the wrong kind.
        }
        entry.finding(
                "endpoint",
                entry.has("endpoint") ? "***" : "none",
                "http://host[:port][/path] or https://…, without user, query or fragment");
        return Optional.empty();
    }

    private static Optional<WebhookSignature> signature(Entry entry) {
        try {
            return Optional.of(new WebhookSignature(entry.plain("secret")));
        } catch (IllegalArgumentException noSecret) {
            entry.finding("secret", entry.has("secret") ? "***" : "none", "whsec_ and base64 of 16 bytes or more");
            return Optional.empty();
        }
    }
}

package org.stoppayment.gateway.banks.rest.callback;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.stoppayment.gateway.registry.application.Institutions;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.CertificateSubject.Kind;
import org.stoppayment.kernel.WebhookSignature;

/** Checks what can be known of a callback before its body is read. */
@ApplicationScoped
class CallbackHeaders {

    /** The paths of {@link FeedbackResource}, {@link RefundFeedbackResource} and {@link QueryAnswerResource}. */
    private static final Pattern PATH =
            Pattern.compile("/v1/institutions/([^/]+)/(?:feedback|refund-feedback|query-answers)/?");

    private static final Pattern JSON =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?", Pattern.CASE_INSENSITIVE);

    private static final String IDENTITY = "identity";

    private final Institutions institutions;
    private final InstantSource time;

    CallbackHeaders(Institutions institutions, InstantSource time) {
        this.institutions = institutions;
        this.time = time;
    }

    /** The institution in whose name a callback comes; empty when this is no callback. */
    static Optional<String> institutionCode(HttpServerRequest request) {
        Matcher path = PATH.matcher(Objects.requireNonNullElse(request.path(), ""));
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /**
     * Who calls: an address and the institution in whose name it calls, so that nobody can use up the limit of an institution from
     * another address. Behind a proxy the address is the one that the proxy forwards, if the server is told to trust it.
     */
    String source(HttpServerRequest request, String institutionCode) {
        String name = institutions.find(institutionCode).isPresent() ? institutionCode : "unknown";
        return request.remoteAddress().hostAddress() + ' ' + name;
    }

    /** Why the callback is refused, whatever its body says; empty when the body must be read. */
    Optional<Refusal> check(HttpServerRequest request, String institutionCode) {
        if (!request.method().equals(HttpMethod.POST)) {
            return Optional.of(Refusal.wrongMethod());
        }
        if (institutions.find(institutionCode).isEmpty() || !isCertificateOf(request, institutionCode)) {
            return Optional.of(new Refusal(Problems.unknownInstitution()));
        }
        if (!WebhookSignature.mayBeValid(
                header(request, WebhookSignature.ID_HEADER),
                header(request, WebhookSignature.TIMESTAMP_HEADER),
                header(request, WebhookSignature.SIGNATURE_HEADER),
                time.instant())) {
            return Optional.of(new Refusal(Problems.invalidSignature()));
        }
        // A missing type is taken as JSON: institutions have always been able to leave it out.
        String type = header(request, HttpHeaders.CONTENT_TYPE.toString());
        if (!type.isEmpty() && !JSON.matcher(type.trim()).matches()) {
            return Optional.of(Refusal.wrongType());
        }
        String encoding =
                header(request, HttpHeaders.CONTENT_ENCODING.toString()).trim().toLowerCase(Locale.ROOT);
        return encoding.isEmpty() || encoding.equals(IDENTITY)
                ? Optional.empty()
                : Optional.of(Refusal.wrongEncoding());
    }

    /** Another institution's certificate does not even learn that this institution is connected. */
    private static boolean isCertificateOf(HttpServerRequest request, String institutionCode) {
        try {
            X509Certificate presented = (X509Certificate) request.sslSession().getPeerCertificates()[0];
            return CertificateSubject.of(presented.getSubjectX500Principal())
                    .equals(Optional.of(new CertificateSubject(Kind.INSTITUTION, institutionCode)));
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static String header(HttpServerRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}

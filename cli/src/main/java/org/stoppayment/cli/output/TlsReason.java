package org.stoppayment.cli.output;

import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.text.Text;

/** Why the two ends of a connection did not accept each other, and which of them said so. */
public final class TlsReason {

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");
    private static final Pattern NAMES_OF_CLASSES = Pattern.compile(".*Exception: ");
    private static final Pattern OTHER_NAME = Pattern.compile("No subject alternative|No name matching");
    private static final String NO_TLS = "Unsupported or unrecognized SSL message";

    private TlsReason() {}

    /** The reason in the causes of a failure; empty when it is another failure. */
    public static Optional<Text> of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException refused) {
                return Optional.of(of(refused));
            }
        }
        return Optional.empty();
    }

    private static Text of(SSLException refused) {
        String told = Objects.requireNonNullElse(refused.getMessage(), "");
        Matcher alert = ALERT.matcher(told);
        if (alert.find()) {
            return Text.of(FailureText.TLS_REFUSED, alert.group(1));
        }
        if (OTHER_NAME.matcher(told).find()) {
            return Text.of(FailureText.TLS_OTHER_NAME);
        }
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return Text.of(
                        FailureText.TLS_NOT_TRUSTED,
                        NAMES_OF_CLASSES.matcher(told).replaceFirst(""));
            }
        }
        return told.contains(NO_TLS) ? Text.of(FailureText.NO_TLS) : Text.of(FailureText.TLS_FAILED, told);
    }
}

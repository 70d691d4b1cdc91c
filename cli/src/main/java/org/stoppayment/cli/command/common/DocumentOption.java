package org.stoppayment.cli.command.common;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.output.CliException;
import picocli.CommandLine.Option;

/** The legal document behind an order or a filing: a file, of which the digest is computed here, or the digest itself. */
public final class DocumentOption {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "The legal document (法律文书). Its SHA-256 is sent, the file itself is not.")
    private @Nullable Path document;

    @Option(
            names = "--digest",
            paramLabel = "HEX",
            description = "SHA-256 of the document instead, 64 hexadecimal digits.")
    private @Nullable String digest;

    /** Fails when the document is given twice. */
    public void check() {
        if (document != null && digest != null) {
            throw CliException.usage(CommonText.ONE_DOCUMENT);
        }
    }

    /** Fails when the document is not given, or twice. */
    public void require() {
        check();
        if (document == null && digest == null) {
            throw CliException.usage(CommonText.DOCUMENT_MISSING);
        }
    }

    /** Its SHA-256 in lower-case hexadecimal digits, empty when it is not given; fails when the file or the digest cannot be read. */
    public Optional<String> digest(Context context) {
        return Optional.ofNullable(document)
                .map(context.workingDirectory()::resolve)
                .map(file -> DocumentDigest.of("--document", file))
                .or(() -> Optional.ofNullable(digest).map(DocumentOption::typedDigest));
    }

    private static String typedDigest(String typed) {
        String digits = typed.strip().toLowerCase(Locale.ROOT);
        if (!DIGEST.matcher(digits).matches()) {
            throw CliException.usage(CommonText.DIGEST_INVALID, typed);
        }
        return digits;
    }
}

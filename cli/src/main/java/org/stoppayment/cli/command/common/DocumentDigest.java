package org.stoppayment.cli.command.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.SystemReason;

/** SHA-256 of a document. The document itself is not sent. */
public final class DocumentDigest {

    private DocumentDigest() {}

    /** 64 lower-case hexadecimal digits; fails, with the name of {@code option}, when the file cannot be read. */
    public static String of(String option, Path document) {
        MessageDigest digest = sha256();
        try (InputStream content = new DigestInputStream(Files.newInputStream(document), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            throw CliException.usage(CommonText.DOCUMENT_UNREADABLE, option, document, SystemReason.of(unreadable));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }
}

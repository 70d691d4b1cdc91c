package org.stoppayment.cli.command.certificate;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.certificates.SuiteCertificates;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.files.PrivateFile;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Json;
import org.stoppayment.kernel.CertificateSubject;
import picocli.CommandLine.Option;

/** Where the files of a certificate are written. */
final class DirectoryOption {

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where the files are written, readable by their owner only. Default: tls in the state directory.")
    private @Nullable Path directory;

    /** What was written, for programs. The key itself is in its file only. */
    record Written(String certificate, String key, String authorities, Instant end) {}

    /** Issues a certificate of the running suite, writes it, and says where. */
    void issue(Context context, CertificateSubject subject) {
        CertificateFiles own = context.suite().directory().certificates();
        CertificateFiles target = directory == null
                ? own
                : new CertificateFiles(
                        PrivateFile.directory(context.workingDirectory().resolve(directory)));
        Instant end = new SuiteCertificates(own, context.clock()).issue(subject, target);
        Console console = context.console();
        if (context.output().json()) {
            console.print(Json.of(new Written(
                    target.certificate(subject).toString(),
                    target.key(subject).toString(),
                    target.authorities().toString(),
                    end)));
        } else {
            console.print(console.text(
                    CertificateCommandText.ISSUED,
                    target.certificate(subject),
                    target.key(subject),
                    target.authorities(),
                    console.texts().moment(end)));
        }
    }
}

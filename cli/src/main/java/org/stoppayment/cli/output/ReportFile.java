package org.stoppayment.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.Text;

/**
 * The file that a report is written to. It is checked to be writable before the report is made.
 *
 * @param path its path
 */
public record ReportFile(Path path) {

    /** Checks that the file can be written. An existing file is not changed. */
    public static ReportFile at(Path path) {
        boolean existed = Files.exists(path);
        try {
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            if (!existed) {
                Files.delete(path);
            }
            return new ReportFile(path);
        } catch (IOException e) {
            throw CliException.usage(FailureText.REPORT_NOT_WRITABLE, path, reason(e));
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(FailureText.REPORT_NOT_WRITTEN, path, reason(e));
        }
    }

    private static Text reason(IOException e) {
        return e instanceof NoSuchFileException ? Text.of(FailureText.NO_DIRECTORY) : SystemReason.of(e);
    }
}

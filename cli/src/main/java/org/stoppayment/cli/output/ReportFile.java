package org.stoppayment.cli.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            throw CliException.usage(FailureText.REPORT_NOT_WRITABLE, path, reason(path, e));
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(FailureText.REPORT_NOT_WRITTEN, path, reason(path, e));
        }
    }

    private static Text reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return Text.of(FailureText.IS_A_DIRECTORY);
        }
        if (e instanceof NoSuchFileException) {
            return Text.of(FailureText.NO_DIRECTORY);
        }
        return e instanceof AccessDeniedException
                ? Text.of(FailureText.NOT_PERMITTED)
                : Text.of(FailureText.NOT_POSSIBLE, String.valueOf(e.getMessage()));
    }
}

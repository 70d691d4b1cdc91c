package org.stoppayment.cli.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.output.CliException;
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
            throw CliException.usage(ReportFileText.NOT_WRITABLE, path, reason(e));
        }
    }

    /** Writes the report as a whole or not at all, for its owner alone. What is no file, such as a pipe, is written to as it is. */
    public void write(String text) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            writeTo(text);
        } else {
            PrivateFile.write(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void writeTo(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw FileAction.WRITE.failed(path, e);
        }
    }

    private static Text reason(IOException e) {
        return e instanceof NoSuchFileException ? Text.of(ReportFileText.NO_DIRECTORY) : SystemReason.of(e);
    }
}

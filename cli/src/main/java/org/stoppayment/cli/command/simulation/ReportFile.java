package org.stoppayment.cli.command.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.Text;

/**
 * The file of a report that takes long to create. It is checked to be writable first.
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
            throw CliException.usage(DrillText.REPORT_NOT_WRITABLE, path, reason(e));
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(DrillText.NOT_WRITTEN, path, reason(e));
        }
    }

    private static Text reason(IOException e) {
        return e instanceof NoSuchFileException ? Text.of(DrillText.NO_DIRECTORY) : SystemReason.of(e);
    }
}

package org.stoppayment.cli.command.simulation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.output.CliException;
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
            throw CliException.usage(DrillText.REPORT_NOT_WRITABLE, path, reason(path, e));
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(DrillText.NOT_WRITTEN, path, reason(path, e));
        }
    }

    private static Text reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return Text.of(DrillText.IS_A_DIRECTORY);
        }
        if (e instanceof NoSuchFileException) {
            return Text.of(DrillText.NO_DIRECTORY);
        }
        return e instanceof AccessDeniedException
                ? Text.of(DrillText.NOT_PERMITTED)
                : Text.of(DrillText.NOT_POSSIBLE, String.valueOf(e.getMessage()));
    }
}

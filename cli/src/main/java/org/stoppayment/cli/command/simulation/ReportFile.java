package org.stoppayment.cli.command.simulation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.output.CliException;

/**
 * A file for a report that takes long to make: whether it can be written is known before the work begins.
 *
 * @param path where it is
 */
public record ReportFile(Path path) {

    /** The file there; throws when it could not be written. A file that is there already stays as it is. */
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
            throw CliException.usage(
                    "--report: " + path + ": " + why(path, e) + " (expected: a file that can be written)");
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(path + ": cannot be written: " + why(path, e));
        }
    }

    private static String why(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "is a directory";
        }
        if (e instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        return e instanceof AccessDeniedException ? "not permitted" : String.valueOf(e.getMessage());
    }
}

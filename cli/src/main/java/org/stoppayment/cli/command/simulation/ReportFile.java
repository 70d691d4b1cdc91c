package org.stoppayment.cli.command.simulation;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.stoppayment.cli.output.CliException;

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
            throw CliException.usage(
                    "--report: " + path + ": " + reason(path, e) + " (expected: a file that can be written)");
        }
    }

    /** Writes the report. */
    public void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw CliException.failed(path + ": cannot be written: " + reason(path, e));
        }
    }

    private static String reason(Path path, IOException e) {
        if (Files.isDirectory(path)) {
            return "is a directory";
        }
        if (e instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        return e instanceof AccessDeniedException ? "not permitted" : String.valueOf(e.getMessage());
    }
}

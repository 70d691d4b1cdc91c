package org.stoppayment.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the logs of services as an auditor does. */
final class Logs {

    private Logs() {}

    /** Every line with something personal of any report of this run in it; none, one hopes. */
    static List<String> personalLines(List<Path> logs) {
        Set<String> personal = Reports.personal();
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            String text = read(log);
            personal.stream().filter(text::contains).forEach(value -> text.lines()
                    .filter(line -> line.contains(value))
                    .limit(1)
                    .forEach(line -> found.add(log + " has " + value + ": " + line)));
        }
        return found;
    }

    /** The text of a log; what is not ASCII in it may be garbled. */
    static String read(Path log) {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

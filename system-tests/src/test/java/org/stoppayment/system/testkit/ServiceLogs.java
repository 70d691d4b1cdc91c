package org.stoppayment.system.testkit;

import com.google.protobuf.TextFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the logs of services as an auditor does. */
public final class ServiceLogs {

    private ServiceLogs() {}

    /** Every line with something personal of any report of this run in it; none, one hopes. */
    public static List<String> personalLines(List<Path> logs) {
        Set<String> personal = Reports.personal();
        List<String> found = new ArrayList<>();
        for (Path log : logs) {
            String text = read(log);
            personal.stream()
                    .flatMap(value -> Stream.of(value, asMessagesPrintIt(value)).distinct())
                    .filter(text::contains)
                    .forEach(value -> text.lines()
                            .filter(line -> line.contains(value))
                            .limit(1)
                            .forEach(line -> found.add(log + " has " + value + ": " + line)));
        }
        return found;
    }

    /** What is not ASCII stands as octal numbers in a protobuf message that is printed. */
    private static String asMessagesPrintIt(String value) {
        return TextFormat.escapeBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a log; services log in UTF-8. */
    public static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the logs of services as an auditor does. */
public final class ServiceLogs {

    /** A line that would wake somebody up, of a service or of Postgres. */
    private static final Pattern ALARMING = Pattern.compile(
            "^\\S+ +(\\S+ +)?(WARN|ERROR|FATAL|SEVERE)\\b|\\b(WARNING|ERROR|FATAL|PANIC): |Exception\\b|^\\s+at [\\w.$/@]+\\(");

    private ServiceLogs() {}

    /** Every line that would wake somebody up, with the name of its log. */
    public static List<String> alarmingLines(List<Path> logs) {
        List<String> lines = new ArrayList<>();
        for (Path log : logs) {
            read(log)
                    .lines()
                    .filter(line -> ALARMING.matcher(line).find())
                    .forEach(line -> lines.add(log.getFileName() + ": " + line));
        }
        return lines;
    }

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

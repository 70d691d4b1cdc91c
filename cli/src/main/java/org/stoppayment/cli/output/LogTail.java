package org.stoppayment.cli.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stoppayment.cli.text.Text;
import org.stoppayment.cli.text.Texts;

/** The end of a log, for error messages. */
public final class LogTail {

    private static final int MAX_LINES = 20;

    private LogTail() {}

    /** Where the log is and its last lines, indented; in English. */
    public static String of(Path log) {
        return of(log, Texts.ENGLISH);
    }

    /** The same, in the language of these texts. */
    public static String of(Path log, Texts texts) {
        return textOf(log).in(texts);
    }

    /** The same, as the log is now, in the language of who reads it later. */
    public static Text textOf(Path log) {
        if (!Files.isRegularFile(log)) {
            return Text.of(FailureText.NO_LOG, log);
        }
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            StringBuilder end = new StringBuilder();
            lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size())
                    .forEach(line -> end.append("\n  | ").append(line));
            return Text.of(FailureText.LOG_END, log, end);
        } catch (IOException e) {
            return Text.of(FailureText.UNREADABLE_LOG, log);
        }
    }
}

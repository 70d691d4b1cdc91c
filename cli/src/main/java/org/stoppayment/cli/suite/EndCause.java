package org.stoppayment.cli.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stoppayment.cli.files.FileAction;
import org.stoppayment.cli.text.Text;

/** Why a process of the suite has ended, as far as its log tells. */
public final class EndCause {

    /** Where the runbook says what to do. */
    public static final String OUT_OF_MEMORY_RUNBOOK = "docs/operations/README.md#out-of-memory";

    /** The last words of a JVM with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final String LAST_WORDS = "Terminating due to java.lang.OutOfMemoryError";

    /** Other threads may still write a few lines. */
    private static final int LAST_LINES = 5;

    private EndCause() {}

    /** What happened to a service that does not run any more, as a sentence without its full stop. */
    public static Text of(ServiceName service, StateDirectory directory) {
        return isOutOfMemory(service, directory)
                ? Text.of(SuiteText.OUT_OF_MEMORY, service, OUT_OF_MEMORY_RUNBOOK)
                : Text.of(SuiteText.STOPPED_BY_ITSELF, service);
    }

    /** True when the service ended because it had run out of memory. */
    public static boolean isOutOfMemory(ServiceName service, StateDirectory directory) {
        Path log = directory.log(service.id());
        if (!Files.isRegularFile(log)) {
            return false;
        }
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                    .anyMatch(line -> line.startsWith(LAST_WORDS));
        } catch (IOException unreadable) {
            throw FileAction.READ.failed(log, unreadable);
        }
    }
}

package org.stoppayment.kit.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Records log entries while it is open: level, logger, message, parameters and stack trace. */
public final class LogListener extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private static final Logger SUITE = Logger.getLogger("org.stoppayment");

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    private record Line(Level level, String text) {}

    private final Runnable restoreLevel;

    private LogListener(Runnable restoreLevel) {
        this.restoreLevel = restoreLevel;
    }

    /** Records until it is closed. */
    public static LogListener start() {
        return start(() -> {});
    }

    /** Records until it is closed; until then, the suite's own loggers log at all levels. */
    public static LogListener startAtAllLevels() {
        Level before = SUITE.getLevel();
        SUITE.setLevel(Level.ALL);
        return start(() -> SUITE.setLevel(before));
    }

    private static LogListener start(Runnable restoreLevel) {
        LogListener listener = new LogListener(restoreLevel);
        ROOT.addHandler(listener);
        return listener;
    }

    /** All entries. */
    public List<String> lines() {
        return lines.stream().map(Line::text).toList();
    }

    /** Warnings and errors. */
    public List<String> alarms() {
        return lines.stream()
                .filter(line -> line.level().intValue() >= Level.WARNING.intValue())
                .map(Line::text)
                .toList();
    }

    @Override
    public void publish(LogRecord logged) {
        StringWriter text = new StringWriter();
        text.append(logged.getLevel() + " " + logged.getLoggerName() + " ");
        text.append(ExtLogRecord.wrap(logged).getFormattedMessage())
                .append(' ')
                .append(Arrays.toString(logged.getParameters()));
        if (logged.getThrown() != null) {
            logged.getThrown().printStackTrace(new PrintWriter(text));
        }
        lines.add(new Line(logged.getLevel(), text.toString()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        restoreLevel.run();
    }
}

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

/** Keeps what is logged while it listens, whole: message, parameters, and all that is thrown with it. */
public final class LogListener extends Handler implements AutoCloseable {

    private static final Logger EVERYBODYS = Logger.getLogger("");

    private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

    private record Line(Level level, String text) {}

    private LogListener() {}

    /** Listens from now on, until it is closed. */
    public static LogListener start() {
        LogListener listener = new LogListener();
        EVERYBODYS.addHandler(listener);
        return listener;
    }

    /** All that was logged. */
    public List<String> lines() {
        return lines.stream().map(Line::text).toList();
    }

    /** What was logged as a warning or an error. */
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
        EVERYBODYS.removeHandler(this);
    }
}

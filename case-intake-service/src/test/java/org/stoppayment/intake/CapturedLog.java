package org.stoppayment.intake;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that is logged while a test runs, ours in full detail. */
final class CapturedLog extends Handler {

    private static final Logger EVERYBODYS = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("org.stoppayment");

    private final Queue<String> entries = new ConcurrentLinkedQueue<>();

    void start() {
        OURS.setLevel(Level.ALL);
        EVERYBODYS.addHandler(this);
    }

    /** Level, logger, message, its parameters and the trace. */
    Collection<String> entries() {
        return entries;
    }

    @Override
    public void publish(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(entry.getLevel() + " " + entry.getLoggerName() + " " + entry.getMessage());
        Object[] parameters = entry.getParameters();
        for (Object parameter : parameters == null ? new Object[0] : parameters) {
            text.append(' ').append(String.valueOf(parameter));
        }
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text));
        }
        entries.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        EVERYBODYS.removeHandler(this);
        OURS.setLevel(null);
    }
}

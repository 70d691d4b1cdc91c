package org.stoppayment.cli.output;

import java.io.PrintStream;
import java.util.Optional;

/** The terminal: results on one stream, progress and errors on the other. Safe for many threads. */
public final class Console {

    /** What a piece of text wants to say. */
    public enum Tone {
        GOOD("32"),
        WARNING("33"),
        BAD("31"),
        QUIET("2"),
        STRONG("1");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private final int rows;

    /** Streams that go elsewhere than to a terminal, in colour or not. */
    public Console(PrintStream out, PrintStream err, boolean colour) {
        this(out, err, colour, 0);
    }

    /**
     * @param out where results go
     * @param err where progress and errors go
     * @param colour true when the results go to a terminal that shows colours
     * @param rows of the terminal that the results go to; 0 when they go elsewhere, or nothing can be drawn on it
     */
    public Console(PrintStream out, PrintStream err, boolean colour, int rows) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.rows = rows;
    }

    /** Rows of the terminal that the results go to; 0 when they go elsewhere. */
    public int rows() {
        return rows;
    }

    /** Where results go. */
    public PrintStream out() {
        return out;
    }

    /** Where progress and errors go. */
    public PrintStream err() {
        return err;
    }

    /** Prints a line of the result; throws {@link CliException} when it cannot be written. */
    public void print(String line) {
        draw(line + System.lineSeparator());
    }

    /** Prints a part of the result as it is; throws {@link CliException} when it cannot be written. */
    public void draw(String text) {
        synchronized (out) {
            out.print(text);
            out.flush();
        }
        requireWritten();
    }

    /** Throws {@link CliException} when a part of the result is lost: the disk is full, or the reader of the pipe has gone. */
    public void requireWritten() {
        if (out.checkError()) {
            Optional<String> why = out instanceof ErrorTrackingStream stream ? stream.failure() : Optional.empty();
            throw CliException.failed("the result could not be written"
                    + why.map(text -> ": " + text).orElse(""));
        }
    }

    /** Prints a line of progress. */
    public void progress(String line) {
        synchronized (err) {
            err.println(line);
            err.flush();
        }
    }

    /** The text in the colour of its tone, or plain where colours are not wanted. */
    public String toned(Tone tone, String text) {
        return colour ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
    }
}

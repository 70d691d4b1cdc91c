package org.stoppayment.cli.output;

import com.google.protobuf.Timestamp;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.cli.text.InstitutionNames;
import org.stoppayment.cli.text.SystemReason;
import org.stoppayment.cli.text.TextKey;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.cli.text.Vocabulary;

/** The terminal: results on one stream, progress and errors on the other. Thread-safe. */
public final class Console implements Progress {

    /** The meaning of a text; decides its colour. */
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

    private static final int TERMINAL_COLUMNS = 80;
    private static final String INDENT = "  ";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;
    private final int rows;
    private final int columns;
    private final Texts texts;
    private final InstitutionNames institutions;
    private final Vocabulary vocabulary;

    /** A console in English whose results do not go to a terminal. */
    public Console(PrintStream out, PrintStream err, boolean colour) {
        this(out, err, colour, 0, Texts.ENGLISH);
    }

    /**
     * @param out where results go
     * @param err where progress and errors go
     * @param colour true when the results go to a terminal that shows colours
     * @param rows of the terminal that the results go to; 0 when they do not go to a terminal that can be drawn on
     * @param texts what people read
     */
    public Console(PrintStream out, PrintStream err, boolean colour, int rows, Texts texts) {
        this(out, err, colour, rows, TERMINAL_COLUMNS, texts, InstitutionNames.NONE);
    }

    private Console(
            PrintStream out,
            PrintStream err,
            boolean colour,
            int rows,
            int columns,
            Texts texts,
            InstitutionNames institutions) {
        this.out = out;
        this.err = err;
        this.colour = colour;
        this.rows = rows;
        this.columns = columns;
        this.texts = texts;
        this.institutions = institutions;
        this.vocabulary = new Vocabulary(texts, institutions);
    }

    /** The same terminal, in another language or time zone. */
    public Console in(Texts others) {
        return new Console(out, err, colour, rows, columns, others, institutions);
    }

    /** The same terminal, with these names of institutions. */
    public Console naming(InstitutionNames names) {
        return new Console(out, err, colour, rows, columns, texts, names);
    }

    /** The same terminal, for lines of any length. */
    public Console wide() {
        return new Console(out, err, colour, rows, 0, texts, institutions);
    }

    /** The same terminal in English, for screens that are in English only. */
    public Console inEnglish() {
        return in(texts.inEnglish());
    }

    /** What people read. */
    @Override
    public Texts texts() {
        return texts;
    }

    /** Names of what the contract has. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** A moment in the time zone of this terminal, with its offset. */
    public String moment(Timestamp moment) {
        return texts.moment(Instant.ofEpochSecond(moment.getSeconds(), moment.getNanos()));
    }

    /** A text in the language of this terminal. */
    public String text(TextKey key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /** Rows of the terminal that the results go to; 0 when they do not go to a terminal. */
    public int rows() {
        return rows;
    }

    /** Columns that a line may have, 80; 0 when lines may have any length. */
    public int columns() {
        return columns;
    }

    /** The text in lines that fit; all but the first are indented. */
    public String fitted(String text) {
        return columns == 0 || DisplayWidth.of(text) <= columns
                ? text
                : String.join("\n" + INDENT, DisplayWidth.wrap(text, columns - INDENT.length()));
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
        write(line + System.lineSeparator());
    }

    /** Prints text without a line end; throws {@link CliException} when it cannot be written. */
    public void write(String text) {
        synchronized (out) {
            out.print(text);
            out.flush();
        }
        requireWritten();
    }

    /**
     * Throws {@link CliException} when a part of the result could not be written, such as to a full disk; without a message when the
     * reader has closed the pipe.
     */
    public void requireWritten() {
        if (out.checkError()) {
            if (out instanceof ErrorTrackingStream stream && stream.isPipeClosed()) {
                throw new CliException(ExitCode.CLOSED_PIPE, "");
            }
            Optional<String> reason = out instanceof ErrorTrackingStream stream ? stream.failure() : Optional.empty();
            throw reason.map(text -> CliException.failed(FailureText.NOT_WRITTEN_BECAUSE, SystemReason.ofWords(text)))
                    .orElseGet(() -> CliException.failed(FailureText.NOT_WRITTEN));
        }
    }

    /** Prints a line of progress, as {@link #progress} does. */
    @Override
    public void say(String line) {
        progress(line);
    }

    /** Prints a line of progress. */
    public void progress(String line) {
        synchronized (err) {
            err.println(line);
            err.flush();
        }
    }

    /** The text in the colour of its tone; unchanged without colours. */
    public String toned(Tone tone, String text) {
        return colour ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
    }
}

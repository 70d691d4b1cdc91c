package org.stoppayment.cli.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that is updated while it changes: redrawn in place on a terminal; elsewhere only new lines are appended, so that a
 * file or a pipe becomes a log.
 */
public final class LiveDisplay {

    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";
    private static final String CURSOR_UP = "\u001b[1A";
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";
    private static final String CLEAR_TO_END_OF_SCREEN = "\u001b[J";

    private final Console console;
    private int rowsDrawn;
    private Set<String> shown = Set.of();

    public LiveDisplay(Console console) {
        this.console = console;
    }

    /**
     * Replaces the text shown. When the terminal has too few rows, the end of {@code body} is left out.
     *
     * @param body parts of one line or several; a part is new when any of its lines is
     * @param footer the same
     */
    public void show(List<String> body, List<String> footer) {
        if (console.rows() > 0) {
            draw(lines(body), lines(footer));
        } else {
            append(Stream.concat(body.stream(), footer.stream()).toList());
        }
    }

    private static List<String> lines(List<String> parts) {
        return parts.stream().flatMap(String::lines).toList();
    }

    /** True when it redraws in place, so that frequent updates are harmless. */
    public boolean isInPlace() {
        return console.rows() > 0;
    }

    private void draw(List<String> body, List<String> footer) {
        int room = Math.max(1, console.rows() - 1 - footer.size());
        Stream<String> fitting = body.size() <= room
                ? body.stream()
                : Stream.concat(
                        body.stream().limit(room - 1L),
                        Stream.of(console.text(DisplayText.MORE_LINES, body.size() - room + 1)));
        List<String> lines = Stream.concat(fitting, footer.stream()).toList();
        StringBuilder text = new StringBuilder(WRAP_OFF).append(CURSOR_UP.repeat(rowsDrawn));
        lines.forEach(line ->
                text.append('\r').append(line).append(CLEAR_TO_END_OF_LINE).append('\n'));
        text.append(CLEAR_TO_END_OF_SCREEN).append(WRAP_ON);
        rowsDrawn = lines.size();
        console.write(text.toString());
    }

    private void append(List<String> parts) {
        parts.stream().filter(part -> !shown.contains(normalised(part))).forEach(console::print);
        shown = parts.stream().map(LiveDisplay::normalised).collect(Collectors.toCollection(HashSet::new));
    }

    /** A part without tree branches and column padding. */
    private static String normalised(String part) {
        return part.replaceAll("(?m)^[ │├└─]+", "").replaceAll(" +", " ");
    }
}

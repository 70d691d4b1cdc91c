package org.stoppayment.cli.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that is shown again and again while it changes: in place on a terminal; elsewhere only the lines that are new, each
 * time, so that a file or a pipe becomes a record of what happened.
 */
public final class LiveDisplay {

    private static final String WITHOUT_WRAPPING = "\u001b[?7l";
    private static final String WITH_WRAPPING = "\u001b[?7h";
    private static final String ROW_UP = "\u001b[1A";
    private static final String CLEAR_REST_OF_ROW = "\u001b[K";
    private static final String CLEAR_REST_OF_SCREEN = "\u001b[J";

    private final Console console;
    private int drawn;
    private Set<String> known = Set.of();

    public LiveDisplay(Console console) {
        this.console = console;
    }

    /** Shows the text instead of the one before. When the terminal has too few rows, the end of {@code body} is left out. */
    public void show(List<String> body, List<String> foot) {
        if (console.rows() > 0) {
            draw(body, foot);
        } else {
            append(Stream.concat(body.stream(), foot.stream()).toList());
        }
    }

    /** True when it draws in place: then it may be shown as often as one likes. */
    public boolean isInPlace() {
        return console.rows() > 0;
    }

    private void draw(List<String> body, List<String> foot) {
        int room = Math.max(1, console.rows() - 1 - foot.size());
        Stream<String> fitting = body.size() <= room
                ? body.stream()
                : Stream.concat(
                        body.stream().limit(room - 1L), Stream.of("… " + (body.size() - room + 1) + " more lines"));
        List<String> lines = Stream.concat(fitting, foot.stream()).toList();
        StringBuilder text = new StringBuilder(WITHOUT_WRAPPING).append(ROW_UP.repeat(drawn));
        lines.forEach(
                line -> text.append('\r').append(line).append(CLEAR_REST_OF_ROW).append('\n'));
        text.append(CLEAR_REST_OF_SCREEN).append(WITH_WRAPPING);
        drawn = lines.size();
        console.draw(text.toString());
    }

    private void append(List<String> lines) {
        lines.stream().filter(line -> !known.contains(essence(line))).forEach(console::print);
        known = lines.stream().map(LiveDisplay::essence).collect(Collectors.toCollection(HashSet::new));
    }

    /** What a line says, without its place in the tree and the width of its columns. */
    private static String essence(String line) {
        return line.replaceFirst("^[ │├└─]+", "").replaceAll(" +", " ");
    }
}

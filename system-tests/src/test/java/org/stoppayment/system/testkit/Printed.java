package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/**
 * What a command printed. Words are found wherever lines are broken: white space does not count.
 *
 * @param line the command line
 * @param exitCode its exit code
 * @param out its result
 * @param err progress, hints and errors
 */
public record Printed(String line, int exitCode, String out, String err) {

    /** Fails when the command ended with another exit code. */
    public Printed exits(int code) {
        assertThat(exitCode).as("exit code of %s", this).isEqualTo(code);
        return this;
    }

    /** Fails when one of the words is not in the result. */
    public Printed prints(String... words) {
        assertThat(packed(out)).as("result of %s", this).contains(allPacked(words));
        return this;
    }

    /** Fails when one of the words is in the result. */
    public Printed doesNotPrint(String... words) {
        assertThat(packed(out)).as("result of %s", this).doesNotContain(allPacked(words));
        return this;
    }

    /** Fails when one of the words is not in what goes beside the result. */
    public Printed says(String... words) {
        assertThat(packed(err)).as("progress of %s", this).contains(allPacked(words));
        return this;
    }

    private static String[] allPacked(String... texts) {
        return Arrays.stream(texts).map(Printed::packed).toArray(String[]::new);
    }

    private static String packed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Override
    public String toString() {
        return "%s, which ended with %d%n%s%s".formatted(line, exitCode, out, err);
    }
}

package org.stoppayment.system.testkit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command printed.
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
        assertThat(out).as("result of %s", this).contains(words);
        return this;
    }

    /** Fails when one of the words is in the result. */
    public Printed doesNotPrint(String... words) {
        assertThat(out).as("result of %s", this).doesNotContain(words);
        return this;
    }

    /** Fails when one of the words is not in what goes beside the result. */
    public Printed says(String... words) {
        assertThat(err).as("progress of %s", this).contains(words);
        return this;
    }

    @Override
    public String toString() {
        return "%s, which ended with %d%n%s%s".formatted(line, exitCode, out, err);
    }
}

package org.stoppayment.cli.command.refund.books;

import com.google.protobuf.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.values.Moments;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console;
import picocli.CommandLine.Option;

/** The moment as of which books are shown. */
public final class AtOption {

    private static final String NAME = "--at";

    @Option(
            names = NAME,
            paramLabel = "TIME",
            description = {
                "The books as they were recorded then: what was known at that time.",
                "2026-03-01T10:05, or with its offset 2026-03-01T10:05+08:00. Default: now."
            })
    private @Nullable String at;

    /** The moment; empty when none was given. Fails when it is none. */
    public Optional<Timestamp> moment(Console console) {
        String typed = at;
        return typed == null
                ? Optional.empty()
                : Optional.of(Moments.parse(typed, console.texts().zone())
                        .orElseThrow(() -> CliException.usage(BooksText.MOMENT_INVALID, NAME, typed)));
    }

    /** Says as of when the books are, if a moment was given. */
    void hint(Console console) {
        moment(console)
                .ifPresent(moment -> console.progress(console.text(BooksText.AS_RECORDED, console.moment(moment))));
    }
}

package org.stoppayment.cli.command.hold;

import java.time.Duration;
import org.stoppayment.cli.command.common.values.TimeSpans;
import org.stoppayment.cli.output.CliException;

/** Spans of time on the command line. */
final class Spans {

    private Spans() {}

    /** The span; fails with the form when it is none. */
    static Duration parse(String option, String typed) {
        return TimeSpans.parse(typed.strip())
                .orElseThrow(() -> CliException.usage(HoldText.SPAN_INVALID, option, typed));
    }
}

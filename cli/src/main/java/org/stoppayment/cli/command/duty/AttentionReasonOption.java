package org.stoppayment.cli.command.duty;

import org.stoppayment.proto.freeze.v1.AttentionReason;
import picocli.CommandLine.Option;

/** Filters what needs attention by reason. */
final class AttentionReasonOption {

    /** The reasons to filter by. */
    enum Reason {
        DECLINED,
        HELD_BY_OTHER,
        MANUAL,
        UNHELD,
        UNKNOWN,
        ALL;

        AttentionReason wire() {
            return this == ALL
                    ? AttentionReason.ATTENTION_REASON_UNSPECIFIED
                    : AttentionReason.valueOf("ATTENTION_REASON_" + name());
        }
    }

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            defaultValue = "all",
            description = {
                "Only declined, held_by_other, manual, unheld or unknown; or all.",
                "Default: ${DEFAULT-VALUE}."
            })
    private Reason reason = Reason.ALL;

    AttentionReason wire() {
        return reason.wire();
    }
}

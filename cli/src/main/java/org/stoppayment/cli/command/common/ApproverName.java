package org.stoppayment.cli.command.common;

import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.ApprovalLevel;
import org.stoppayment.proto.common.v1.Approver;

/** Who approved a measure, as people type it: organisation and badge number, such as {@code Shanghai police/100001}. */
public final class ApproverName {

    /** Levels of approval. */
    public enum Level {
        COUNTY,
        CITY
    }

    private ApproverName() {}

    /** Who approved it; the badge number is what follows the last slash. Fails when a part is missing. */
    public static Approver parse(String typed, Level level) {
        int slash = typed.lastIndexOf('/');
        String organisation = slash < 0 ? "" : typed.substring(0, slash).strip();
        String badge = typed.substring(slash + 1).strip();
        if (organisation.isEmpty() || badge.isEmpty()) {
            throw CliException.usage(CommonText.APPROVER_INVALID, Masking.mask(typed));
        }
        return Approver.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .setLevel(ApprovalLevel.valueOf("APPROVAL_LEVEL_" + level.name()))
                .build();
    }
}

package org.stoppayment.cli.command.common;

import org.stoppayment.cli.output.CliException;
import org.stoppayment.kernel.Masking;
import org.stoppayment.proto.common.v1.Operator;

/** An officer as people type one: organisation and badge number, such as {@code Shanghai police/100001}. */
public final class OfficerName {

    private OfficerName() {}

    /** The officer; the badge number is what follows the last slash. Fails when one of both is missing. */
    public static Operator parse(String option, String typed) {
        int slash = typed.lastIndexOf('/');
        String organisation = slash < 0 ? "" : typed.substring(0, slash).strip();
        String badge = typed.substring(slash + 1).strip();
        if (organisation.isEmpty() || badge.isEmpty()) {
            throw CliException.usage(CommonText.OFFICER_INVALID, option, Masking.mask(typed));
        }
        return Operator.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badge)
                .build();
    }
}

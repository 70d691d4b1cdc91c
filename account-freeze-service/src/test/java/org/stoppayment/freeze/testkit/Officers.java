package org.stoppayment.freeze.testkit;

import org.stoppayment.proto.common.v1.Operator;

/** Officers who act in tests. */
public final class Officers {

    /** On duty at night. */
    public static final Operator DUTY = operator("anti-fraud centre", "100234");

    private Officers() {}

    public static Operator operator(String organisation, String badgeNumber) {
        return Operator.newBuilder()
                .setOrganisation(organisation)
                .setBadgeNumber(badgeNumber)
                .build();
    }
}

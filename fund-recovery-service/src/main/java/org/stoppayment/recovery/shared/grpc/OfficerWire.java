package org.stoppayment.recovery.shared.grpc;

import org.stoppayment.kernel.Officer;
import org.stoppayment.proto.common.v1.Operator;

/** Parses and renders officers. */
public final class OfficerWire {

    private OfficerWire() {}

    /** The officer that a request names; both parts are empty when it names nobody. */
    public static Officer parse(Operator operator) {
        return new Officer(operator.getOrganisation(), operator.getBadgeNumber());
    }

    /** An officer, as callers are told. */
    public static Operator render(Officer officer) {
        return Operator.newBuilder()
                .setOrganisation(officer.organisation())
                .setBadgeNumber(officer.badgeNumber())
                .build();
    }
}

package org.stoppayment.cli.cases;

import java.util.Arrays;
import java.util.List;
import org.stoppayment.proto.freeze.v1.FreezeState;

/** States of freezes of the contract. */
public final class FreezeStates {

    private FreezeStates() {}

    /** All that a freeze may be in. */
    public static List<FreezeState> all() {
        return Arrays.stream(FreezeState.values())
                .filter(state -> state != FreezeState.UNRECOGNIZED && state != FreezeState.FREEZE_STATE_UNSPECIFIED)
                .toList();
    }
}

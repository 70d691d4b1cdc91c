package org.stoppayment.recovery.testkit;

import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.Positions;

/** Expected books of accounts. */
public final class ExpectedBooks {

    private ExpectedBooks() {}

    /** The books of one account. */
    public static AccountPositions books(Account account, Positions positions) {
        return AccountPositions.newBuilder()
                .setAccount(account)
                .setPositions(positions)
                .build();
    }

    /** Positions without onward, cash and merchant amounts, in fen. */
    public static Positions positions(long reported, long held, long lapsed, long lifted, long unknown) {
        return Positions.newBuilder()
                .setReportedFen(reported)
                .setHeldFen(held)
                .setLapsedFen(lapsed)
                .setLiftedFen(lifted)
                .setUnknownFen(unknown)
                .build();
    }
}

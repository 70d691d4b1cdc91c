package org.stoppayment.recovery.ledger.persistence;

import io.vertx.mutiny.sqlclient.Row;
import org.stoppayment.recovery.ledger.domain.Positions;

/** Reads the positions that {@code sql/ledger/include/position_sums.sql} adds up. */
public final class PositionRows {

    private PositionRows() {}

    /** The positions of a row. */
    public static Positions positions(Row row) {
        return new Positions(
                row.getLong("reported_fen"),
                row.getLong("held_fen"),
                row.getLong("lapsed_fen"),
                row.getLong("lifted_fen"),
                row.getLong("unknown_fen"),
                row.getLong("onward_fen"),
                row.getLong("cash_fen"),
                row.getLong("merchant_fen"),
                row.getLong("restored_fen"),
                row.getLong("frozen_fen"),
                row.getLong("returned_fen"));
    }
}

package org.stoppayment.recovery.ledger.grpc;

import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.ledger.domain.Positions;

/** Renders positions. */
public final class PositionsWire {

    private PositionsWire() {}

    /** The positions of a case. */
    public static org.stoppayment.proto.recovery.v1.CasePositions render(CasePositions positions) {
        return org.stoppayment.proto.recovery.v1.CasePositions.newBuilder()
                .setCaseId(positions.caseId().toString())
                .setPositions(render(positions.positions()))
                .build();
    }

    /** Positions. */
    public static org.stoppayment.proto.recovery.v1.Positions render(Positions positions) {
        return org.stoppayment.proto.recovery.v1.Positions.newBuilder()
                .setReportedFen(positions.reportedFen())
                .setHeldFen(positions.heldFen())
                .setLapsedFen(positions.lapsedFen())
                .setLiftedFen(positions.liftedFen())
                .setUnknownFen(positions.unknownFen())
                .setOnwardFen(positions.onwardFen())
                .setCashFen(positions.cashFen())
                .setMerchantFen(positions.merchantFen())
                .setRestoredFen(positions.restoredFen())
                .setFrozenFen(positions.frozenFen())
                .setReturnedFen(positions.returnedFen())
                .build();
    }
}

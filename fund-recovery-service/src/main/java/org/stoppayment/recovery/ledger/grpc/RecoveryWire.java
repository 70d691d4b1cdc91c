package org.stoppayment.recovery.ledger.grpc;

import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.recovery.ledger.domain.AccountBooks;
import org.stoppayment.recovery.ledger.domain.CaseBooks;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.ledger.domain.Positions;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Renders answers. */
final class RecoveryWire {

    private RecoveryWire() {}

    static GetRecoveryResponse render(CaseBooks books) {
        GetRecoveryResponse.Builder response = GetRecoveryResponse.newBuilder()
                .setCaseId(books.caseId().toString())
                .setTotal(render(books.total()));
        books.accounts().forEach(account -> response.addAccounts(render(account)));
        books.entries().forEach(entry -> response.addEntries(render(entry)));
        return response.build();
    }

    private static AccountPositions render(AccountBooks books) {
        return AccountPositions.newBuilder()
                .setAccount(render(books.account()))
                .setPositions(render(books.positions()))
                .build();
    }

    private static org.stoppayment.proto.recovery.v1.Positions render(Positions positions) {
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

    private static org.stoppayment.proto.recovery.v1.LedgerEntry render(LedgerEntry entry) {
        Movement movement = entry.movement();
        return org.stoppayment.proto.recovery.v1.LedgerEntry.newBuilder()
                .setEntryId(entry.entryId().toString())
                .setAccount(render(movement.account()))
                .setCause(FundsMovementCause.valueOf(
                        "FUNDS_MOVEMENT_CAUSE_" + movement.cause().name()))
                .setFrom(render(movement.credited()))
                .setTo(render(movement.debited()))
                .setAmountFen(movement.amount().fen())
                .setOccurredAt(CommonWire.timestamp(entry.occurredAt()))
                .build();
    }

    private static FundsPosition render(Position position) {
        return FundsPosition.valueOf("FUNDS_POSITION_" + position.name());
    }

    private static Account render(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}

package org.stoppayment.recovery.ledger.grpc;

import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.GetAccountLedgerResponse;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.LedgerCorrection;
import org.stoppayment.proto.recovery.v1.ReverseEntriesResponse;
import org.stoppayment.recovery.ledger.application.Entries.Stored;
import org.stoppayment.recovery.ledger.application.ViewingBooks.AccountStatement;
import org.stoppayment.recovery.ledger.application.ViewingBooks.CaseStatement;
import org.stoppayment.recovery.ledger.domain.AccountBooks;
import org.stoppayment.recovery.ledger.domain.BookedEntry;
import org.stoppayment.recovery.ledger.domain.CaseBooks;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;
import org.stoppayment.recovery.ledger.domain.Movement;
import org.stoppayment.recovery.ledger.domain.Position;
import org.stoppayment.recovery.ledger.domain.Positions;
import org.stoppayment.recovery.shared.domain.AccountRef;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Renders answers. */
final class RecoveryWire {

    private RecoveryWire() {}

    static GetRecoveryResponse render(CaseStatement statement) {
        CaseBooks books = statement.books();
        GetRecoveryResponse.Builder response = GetRecoveryResponse.newBuilder()
                .setCaseId(books.caseId().toString())
                .setNextPageToken(statement.entries().nextToken());
        if (!books.accounts().isEmpty()) {
            response.setTotal(render(books.total()));
        }
        books.accounts().forEach(account -> response.addAccounts(render(account)));
        statement.entries().rows().forEach(entry -> response.addEntries(render(entry)));
        return response.build();
    }

    static GetAccountLedgerResponse render(AccountStatement statement) {
        GetAccountLedgerResponse.Builder response = GetAccountLedgerResponse.newBuilder()
                .setAccount(Account.newBuilder()
                        .setInstitutionCode(statement.account().institutionCode())
                        .setNumber(statement.account().number()))
                .setNextPageToken(statement.entries().nextToken());
        statement.cases().forEach(positions -> response.addCases(PositionsWire.render(positions)));
        statement.entries().rows().forEach(entry -> response.addEntries(render(entry)));
        return response.build();
    }

    static ReverseEntriesResponse render(Stored stored, Positions total) {
        return ReverseEntriesResponse.newBuilder()
                .setCorrection(render(stored.correction()))
                .setEntries(stored.entries())
                .setTotal(render(total))
                .build();
    }

    private static AccountPositions render(AccountBooks books) {
        return AccountPositions.newBuilder()
                .setAccount(render(books.account()))
                .setPositions(render(books.positions()))
                .build();
    }

    private static org.stoppayment.proto.recovery.v1.Positions render(Positions positions) {
        return PositionsWire.render(positions);
    }

    private static org.stoppayment.proto.recovery.v1.LedgerEntry render(BookedEntry booked) {
        LedgerEntry entry = booked.entry();
        Movement movement = entry.movement();
        org.stoppayment.proto.recovery.v1.LedgerEntry.Builder rendered =
                org.stoppayment.proto.recovery.v1.LedgerEntry.newBuilder()
                        .setEntryId(entry.entryId().toString())
                        .setAccount(render(movement.account()))
                        .setCause(FundsMovementCause.valueOf(
                                "FUNDS_MOVEMENT_CAUSE_" + movement.cause().name()))
                        .setFrom(render(movement.credited()))
                        .setTo(render(movement.debited()))
                        .setAmountFen(movement.amount().fen())
                        .setOccurredAt(CommonWire.timestamp(entry.occurredAt()))
                        .setEventId(entry.eventId().toString())
                        .setCaseId(entry.caseId().toString())
                        .setRecordedAt(CommonWire.timestamp(booked.recordedAt()));
        booked.reverses().ifPresent(other -> rendered.setReversesEntryId(other.toString()));
        booked.reversedBy().ifPresent(other -> rendered.setReversedByEntryId(other.toString()));
        booked.correction().ifPresent(correction -> rendered.setCorrection(render(correction)));
        return rendered.build();
    }

    private static LedgerCorrection render(Correction correction) {
        return LedgerCorrection.newBuilder()
                .setCorrectionId(correction.id().toString())
                .setReason(correction.reason())
                .setOperator(OfficerWire.render(correction.officer()))
                .setCorrectedAt(CommonWire.timestamp(correction.at()))
                .build();
    }

    private static FundsPosition render(Position position) {
        return FundsPosition.valueOf("FUNDS_POSITION_" + position.name());
    }

    private static Account render(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}

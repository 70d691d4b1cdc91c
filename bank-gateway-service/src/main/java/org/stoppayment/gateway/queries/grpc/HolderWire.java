package org.stoppayment.gateway.queries.grpc;

import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.gateway.v1.AccountBalance;
import org.stoppayment.proto.gateway.v1.AccountHold;
import org.stoppayment.proto.gateway.v1.AccountHoldKind;
import org.stoppayment.proto.gateway.v1.AccountHolder;
import org.stoppayment.proto.gateway.v1.AccountState;
import org.stoppayment.proto.gateway.v1.HolderAccount;
import org.stoppayment.proto.gateway.v1.HolderAccounts;
import org.stoppayment.proto.gateway.v1.IdDocumentType;

/** Renders what is told about a holder and what the account has. */
final class HolderWire {

    private HolderWire() {}

    static AccountHolder render(org.stoppayment.gateway.queries.domain.AccountHolder holder) {
        AccountHolder.Builder wire = AccountHolder.newBuilder().setKind(kind(holder.kind()));
        holder.name().ifPresent(wire::setName);
        holder.idDocumentType().map(HolderWire::type).ifPresent(wire::setIdDocumentType);
        holder.idDocumentNumber().ifPresent(wire::setIdDocumentNumber);
        holder.openedAt().ifPresent(at -> wire.setOpenedAt(CommonWire.timestamp(at)));
        holder.state().map(HolderWire::state).ifPresent(wire::setState);
        holder.phone().ifPresent(wire::setPhone);
        return wire.build();
    }

    static AccountBalance render(org.stoppayment.gateway.queries.domain.AccountBalance balance) {
        AccountBalance.Builder wire = AccountBalance.newBuilder();
        balance.balance().ifPresent(sum -> wire.setBalanceFen(sum.fen()));
        balance.available().ifPresent(sum -> wire.setAvailableFen(sum.fen()));
        balance.holds().forEach(hold -> wire.addHolds(hold(hold)));
        return wire.build();
    }

    static HolderAccounts render(org.stoppayment.gateway.queries.domain.HolderAccounts accounts) {
        HolderAccounts.Builder wire = HolderAccounts.newBuilder().setNextPageToken(accounts.nextPageToken());
        accounts.accounts().forEach(account -> wire.addAccounts(account(account)));
        return wire.build();
    }

    private static AccountHold hold(org.stoppayment.gateway.queries.domain.AccountHold hold) {
        AccountHold.Builder wire =
                AccountHold.newBuilder().setKind(kind(hold.kind())).setAuthority(hold.authority());
        hold.amount().ifPresent(sum -> wire.setAmountFen(sum.fen()));
        hold.since().ifPresent(at -> wire.setSince(CommonWire.timestamp(at)));
        hold.until().ifPresent(at -> wire.setUntil(CommonWire.timestamp(at)));
        return wire.build();
    }

    private static HolderAccount account(org.stoppayment.gateway.queries.domain.HolderAccount account) {
        HolderAccount.Builder wire =
                HolderAccount.newBuilder().setNumber(account.number()).setKind(kind(account.kind()));
        account.state().map(HolderWire::state).ifPresent(wire::setState);
        account.balance().ifPresent(sum -> wire.setBalanceFen(sum.fen()));
        account.openedAt().ifPresent(at -> wire.setOpenedAt(CommonWire.timestamp(at)));
        return wire.build();
    }

    private static org.stoppayment.proto.common.v1.AccountKind kind(org.stoppayment.kernel.AccountKind kind) {
        return CommonWire.account("", "", "", kind).getKind();
    }

    private static AccountHoldKind kind(org.stoppayment.gateway.queries.domain.HoldKind kind) {
        return switch (kind) {
            case STOP -> AccountHoldKind.ACCOUNT_HOLD_KIND_STOP;
            case LIMITED_FREEZE -> AccountHoldKind.ACCOUNT_HOLD_KIND_LIMITED_FREEZE;
            case FULL_FREEZE -> AccountHoldKind.ACCOUNT_HOLD_KIND_FULL_FREEZE;
            case OTHER -> AccountHoldKind.ACCOUNT_HOLD_KIND_OTHER;
        };
    }

    private static AccountState state(org.stoppayment.gateway.queries.domain.AccountState state) {
        return switch (state) {
            case NORMAL -> AccountState.ACCOUNT_STATE_NORMAL;
            case DORMANT -> AccountState.ACCOUNT_STATE_DORMANT;
            case STOPPED -> AccountState.ACCOUNT_STATE_STOPPED;
            case FROZEN -> AccountState.ACCOUNT_STATE_FROZEN;
            case LOST -> AccountState.ACCOUNT_STATE_LOST;
            case CLOSED -> AccountState.ACCOUNT_STATE_CLOSED;
            case OTHER -> AccountState.ACCOUNT_STATE_OTHER;
        };
    }

    private static IdDocumentType type(org.stoppayment.gateway.queries.domain.IdDocumentType type) {
        return switch (type) {
            case RESIDENT_ID -> IdDocumentType.ID_DOCUMENT_TYPE_RESIDENT_ID;
            case PASSPORT -> IdDocumentType.ID_DOCUMENT_TYPE_PASSPORT;
            case HK_MACAO_PERMIT -> IdDocumentType.ID_DOCUMENT_TYPE_HK_MACAO_PERMIT;
            case TAIWAN_PERMIT -> IdDocumentType.ID_DOCUMENT_TYPE_TAIWAN_PERMIT;
            case FOREIGNER_RESIDENCE -> IdDocumentType.ID_DOCUMENT_TYPE_FOREIGNER_RESIDENCE;
            case CREDIT_CODE -> IdDocumentType.ID_DOCUMENT_TYPE_CREDIT_CODE;
            case OTHER -> IdDocumentType.ID_DOCUMENT_TYPE_OTHER;
        };
    }
}

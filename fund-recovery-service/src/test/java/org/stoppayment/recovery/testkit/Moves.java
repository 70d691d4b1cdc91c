package org.stoppayment.recovery.testkit;

import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.util.List;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.freeze.v1.FundsMoved;
import org.stoppayment.proto.freeze.v1.FundsMovement;
import org.stoppayment.proto.freeze.v1.FundsMovementCause;
import org.stoppayment.proto.freeze.v1.FundsPosition;

/** Events as account-freeze sends them. */
public final class Moves {

    public static final Account CARD = Account.newBuilder()
            .setName("Wang Wu")
            .setNumber("6222020200112233455")
            .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
            .setInstitutionCode("102100099996")
            .build();
    public static final Account WALLET = Account.newBuilder()
            .setName("Zhao Liu")
            .setNumber("mule@example.org")
            .setKind(AccountKind.ACCOUNT_KIND_PAYMENT)
            .setInstitutionCode("Z2004933000010")
            .build();

    private static final long FIRST_SECOND = 1_767_225_600; // 2026-01-01T00:00:00Z
    private static final Ids IDS = new Ids(SystemTime.SOURCE, new SecureRandom());

    private Moves() {}

    public static String newId() {
        return IDS.next().toString();
    }

    /** The victim reported {@code fen}. */
    public static FundsMovement reported(Account account, long fen) {
        return move(
                account,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_REPORTED,
                FundsPosition.FUNDS_POSITION_REPORTED,
                FundsPosition.FUNDS_POSITION_UNKNOWN,
                fen);
    }

    /** A stop took effect and holds {@code fen}. */
    public static FundsMovement held(Account account, long fen) {
        return move(
                account,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_IN_EFFECT,
                FundsPosition.FUNDS_POSITION_UNKNOWN,
                FundsPosition.FUNDS_POSITION_HELD,
                fen);
    }

    /** The stop that held {@code fen} lapsed. */
    public static FundsMovement lapsed(Account account, long fen) {
        return move(
                account,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_LAPSED,
                FundsPosition.FUNDS_POSITION_HELD,
                FundsPosition.FUNDS_POSITION_LAPSED,
                fen);
    }

    /** The stop that held {@code fen} was lifted. */
    public static FundsMovement lifted(Account account, long fen) {
        return move(
                account,
                FundsMovementCause.FUNDS_MOVEMENT_CAUSE_STOP_LIFTED,
                FundsPosition.FUNDS_POSITION_HELD,
                FundsPosition.FUNDS_POSITION_LIFTED,
                fen);
    }

    /** An institution reported that {@code fen} went from one position to another. */
    public static FundsMovement traced(Account account, FundsPosition from, FundsPosition to, long fen) {
        return move(account, FundsMovementCause.FUNDS_MOVEMENT_CAUSE_TRACED, from, to, fen);
    }

    public static FundsMovement move(
            Account account, FundsMovementCause cause, FundsPosition from, FundsPosition to, long fen) {
        return FundsMovement.newBuilder()
                .setAccount(account)
                .setApplicationId(cause == FundsMovementCause.FUNDS_MOVEMENT_CAUSE_REPORTED ? "" : newId())
                .setCause(cause)
                .setFrom(from)
                .setTo(to)
                .setAmountFen(fen)
                .build();
    }

    /** A new event of {@code caseId}, {@code second} seconds after the first. */
    public static Event event(String caseId, long second, FundsMovement... movements) {
        return Event.newBuilder()
                .setEventId(newId())
                .setType("stoppayment.freeze.v1.FundsMoved")
                .setCaseId(caseId)
                .setOccurredAt(Timestamp.newBuilder().setSeconds(FIRST_SECOND + second))
                .setData(FundsMoved.newBuilder()
                        .setCaseId(caseId)
                        .addAllMovements(List.of(movements))
                        .build()
                        .toByteString())
                .build();
    }
}

package org.stoppayment.recovery.testkit;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.freeze.v1.BalanceRecorded;
import org.stoppayment.proto.freeze.v1.BookingFact;
import org.stoppayment.proto.freeze.v1.BookingsRecorded;
import org.stoppayment.proto.freeze.v1.CaseStatusChanged;
import org.stoppayment.proto.freeze.v1.FactDirection;
import org.stoppayment.proto.freeze.v1.FactKind;
import org.stoppayment.proto.freeze.v1.HoldChanged;
import org.stoppayment.proto.freeze.v1.HoldMeasure;
import org.stoppayment.proto.freeze.v1.ReportedTransferFact;
import org.stoppayment.proto.freeze.v1.TransfersReported;

/** Facts as account-freeze tells them. */
public final class FactEvents {

    private FactEvents() {}

    /** An account with this number at a bank. */
    public static Account account(String number) {
        return Account.newBuilder()
                .setInstitutionCode("102100099996")
                .setNumber(number)
                .setName("Wang Wu")
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }

    public static Timestamp second(long second) {
        return Timestamp.newBuilder().setSeconds(1_767_225_600 + second).build();
    }

    public static Event event(Message message) {
        return Event.newBuilder()
                .setEventId(Moves.newId())
                .setType(message.getDescriptorForType().getFullName())
                .setCaseId(Moves.newId())
                .setOccurredAt(second(0))
                .setData(message.toByteString())
                .build();
    }

    /** The first revision of a loss of 100 yuan into an account. */
    public static ReportedTransferFact.Builder transfer(String transferId, Account payee) {
        return ReportedTransferFact.newBuilder()
                .setTransferId(transferId)
                .setRevision(1)
                .setTransfer(Transfer.newBuilder()
                        .setPayee(payee)
                        .setAmountFen(10_000)
                        .setTransferredAt(second(1)))
                .setIsLoss(true);
    }

    public static TransfersReported.Builder transfers(String caseId, ReportedTransferFact.Builder... transfers) {
        TransfersReported.Builder event =
                TransfersReported.newBuilder().setCaseId(caseId).setVictimName("Li Si");
        for (ReportedTransferFact.Builder transfer : transfers) {
            event.addTransfers(transfer);
        }
        return event;
    }

    /** The first revision of a payment of 50 yuan. */
    public static BookingFact.Builder paid(String serial, Account payee) {
        return BookingFact.newBuilder()
                .setDirection(FactDirection.FACT_DIRECTION_OUT)
                .setSerial(serial)
                .setOrdinal(1)
                .setRevision(1)
                .setKind(FactKind.FACT_KIND_TRANSFER)
                .setAmountFen(5_000)
                .setBookedAt(second(2))
                .setCounterparty(payee);
    }

    public static BookingsRecorded.Builder bookings(Account account, BookingFact.Builder... bookings) {
        BookingsRecorded.Builder event = BookingsRecorded.newBuilder().setAccount(account);
        for (BookingFact.Builder booking : bookings) {
            event.addBookings(booking);
        }
        return event;
    }

    /** The first revision of a balance of 30 yuan. */
    public static BalanceRecorded.Builder balance(String applicationId, Account account) {
        return BalanceRecorded.newBuilder()
                .setAccount(account)
                .setApplicationId(applicationId)
                .setRevision(1)
                .setBalanceFen(3_000)
                .setAsOf(second(3));
    }

    /** The first revision of a stop that holds 30 yuan. */
    public static HoldChanged.Builder stop(String holdId, String caseId, Account account) {
        return HoldChanged.newBuilder()
                .setHoldId(holdId)
                .setCaseId(caseId)
                .setRevision(1)
                .setAccount(account)
                .setMeasure(HoldMeasure.HOLD_MEASURE_STOP)
                .setIsInEffect(true)
                .setHeldFen(3_000)
                .setBeganAt(second(3))
                .setExpiresAt(second(172_803));
    }

    /** The first revision of a case that was reported. */
    public static CaseStatusChanged.Builder reported(String caseId) {
        return CaseStatusChanged.newBuilder()
                .setCaseId(caseId)
                .setRevision(1)
                .setReceivedAt(second(0))
                .setFraudType("FAKE_LOAN")
                .setOrganisation("Zhangzhou 110");
    }

    /** The first revision of a filed case. */
    public static CaseStatusChanged.Builder filed(String caseId) {
        return CaseStatusChanged.newBuilder()
                .setCaseId(caseId)
                .setRevision(1)
                .setFilingNumber("A-2026-1")
                .setFilingOrganisation("Zhangzhou")
                .setFiledAt(second(4));
    }
}

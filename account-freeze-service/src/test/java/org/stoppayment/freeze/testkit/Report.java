package org.stoppayment.freeze.testkit;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.AccountKind;
import org.stoppayment.proto.common.v1.Event;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.AcceptedTransfer;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ProtectiveStop;
import org.stoppayment.proto.intake.v1.ReportAccepted;

/** A report, or a supplement, as intake announces it. */
public final class Report {

    public static final String NAME = "赵某某";
    public static final String BADGE = "badge-774411";

    /** When victims' transfers are said to have been booked. */
    public static final Instant PAID_AT = Instant.parse("2026-03-01T04:00:00.123456789Z");

    private static final Ids IDS = new Ids(SystemTime.SOURCE);
    private static final AtomicLong NUMBERS = new AtomicLong(6_222_020_000_000_000_000L);

    private final String eventId = newId();
    private final ReportAccepted.Builder report = ReportAccepted.newBuilder();

    private Report(String caseId) {
        report.setCaseId(caseId)
                .setFraudType(FraudType.FRAUD_TYPE_REBATE_ORDERS)
                .setOperator(Operator.newBuilder().setOrganisation("110").setBadgeNumber(BADGE));
    }

    /** A supplement to an earlier report. */
    public static Report supplement(String caseId) {
        Report supplement = new Report(caseId);
        supplement.report.setSupplement(true);
        return supplement;
    }

    public static Report of(String caseId) {
        return new Report(caseId);
    }

    public static String newCase() {
        return newId();
    }

    private static String newId() {
        return IDS.next().toString();
    }

    /** The report, with the name of its victim. */
    public Report victim(String name) {
        report.setVictimName(name);
        return this;
    }

    /** The report, of another kind of fraud. */
    public Report about(FraudType type) {
        report.setFraudType(type);
        return this;
    }

    /** The report, taken by another desk. */
    public Report takenBy(String organisation) {
        report.getOperatorBuilder().setOrganisation(organisation);
        return this;
    }

    /** An account that no other test knows. */
    public static Account account(String institutionCode) {
        return account(institutionCode, Long.toString(NUMBERS.incrementAndGet()));
    }

    public static Account account(String institutionCode, String number) {
        return Account.newBuilder()
                .setInstitutionCode(institutionCode)
                .setNumber(number)
                .setName(NAME)
                .setKind(AccountKind.ACCOUNT_KIND_BANK_PERSONAL)
                .build();
    }

    public Report paid(Account payee, long fen) {
        return paid(newId(), payee, fen);
    }

    public Report paid(String transferId, Account payee, long fen) {
        return correcting("", transferId, payee, fen);
    }

    /** A transfer whose sum the victim does not know. */
    public Report paidUnknownSum(Account payee) {
        report.addTransfers(AcceptedTransfer.newBuilder()
                .setTransferId(newId())
                .setTransfer(Transfer.newBuilder()
                        .setPayee(payee)
                        .setCurrency("CNY")
                        .setTransferredAt(Outcomes.timestamp(PAID_AT))));
        return this;
    }

    public Report correcting(String old, String transferId, Account payee, long fen) {
        return transfer(old, transferId, payee, fen, PAID_AT, "");
    }

    public Report transfer(String old, String transferId, Account payee, long fen, Instant at, String serial) {
        return transfer(old, transferId, Account.getDefaultInstance(), payee, fen, at, serial);
    }

    /** An account that paid somebody whose account is not known. */
    public Report alsoPaid(Account payer) {
        return alsoPaid(newId(), payer);
    }

    public Report alsoPaid(String transferId, Account payer) {
        report.addOtherTransfers(AcceptedTransfer.newBuilder()
                .setTransferId(transferId)
                .setTransfer(Transfer.newBuilder().setPayer(payer).setCurrency("CNY")));
        return this;
    }

    /** A transfer in place of {@code old}, which named another payer or payee. */
    public Report correcting(String old, Account payer, Account payee, long fen) {
        return transfer(old, newId(), payer, payee, fen, PAID_AT, "");
    }

    /** A transfer in place of {@code old}, which named a payer only. */
    public Report correctingPayer(String old, Account payer, Account payee, long fen) {
        transfer("", newId(), payer, payee, fen, PAID_AT, "");
        int last = report.getTransfersCount() - 1;
        report.getTransfersBuilder(last).setCorrectsPayerOfTransferId(old);
        return this;
    }

    /** A transfer with all that may identify it. */
    public Report transfer(String transferId, Account payer, Account payee, long fen, Instant at, String serial) {
        return transfer("", transferId, payer, payee, fen, at, serial);
    }

    /** A transfer whose payer the victim names. */
    public Report paidFrom(Account payer, Account payee, long fen, Instant at) {
        return transfer("", newId(), payer, payee, fen, at, "");
    }

    private Report transfer(
            String old, String transferId, Account payer, Account payee, long fen, Instant at, String serial) {
        report.addTransfers(AcceptedTransfer.newBuilder()
                .setTransferId(transferId)
                .setCorrectsTransferId(old)
                .setTransfer(Transfer.newBuilder()
                        .setPayer(payer)
                        .setPayee(payee)
                        .setAmountFen(fen)
                        .setCurrency("CNY")
                        .setSerial(serial)
                        .setTransferredAt(Outcomes.timestamp(at))));
        return this;
    }

    public Report protecting(Account own) {
        report.addProtectiveStops(ProtectiveStop.newBuilder().setAccount(own));
        return this;
    }

    public String eventId() {
        return eventId;
    }

    /** The same event each time. */
    public Event event() {
        return Event.newBuilder()
                .setEventId(eventId)
                .setType(ReportAccepted.getDescriptor().getFullName())
                .setCaseId(report.getCaseId())
                .setOccurredAt(Outcomes.timestamp(
                        Instant.parse("2026-03-01T04:00:00Z").plusSeconds(report.getSupplement() ? 1 : 0)))
                .setData(report.build().toByteString())
                .build();
    }
}

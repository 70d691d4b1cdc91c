package org.stoppayment.intake.grpc;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.CaseWithdrawal;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Correction;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.NamedAccount;
import org.stoppayment.intake.domain.Operator;
import org.stoppayment.intake.domain.ProtectiveStop;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.SupplementCaseRequest;
import org.stoppayment.proto.intake.v1.WithdrawCaseRequest;

/** Parses requests. */
final class ReportWire {

    private ReportWire() {}

    static FraudReport parse(ReportFraudRequest request) {
        WireScan scan = WireScan.of(request);
        return new FraudReport(
                request.getRequestId(),
                known(request.getChannel(), "CHANNEL_"),
                request.hasReceivedAt() ? time(request.getReceivedAt()) : Optional.empty(),
                operator(request.getOperator()),
                known(request.getFraudType(), "FRAUD_TYPE_"),
                victim(request.getVictim()),
                transfers(request.getTransfersList()),
                protectiveStops(request.getProtectiveStopsList()),
                new Content(request.toByteArray()),
                scan.unreadable(),
                scan.doubtful());
    }

    static CaseSupplement parse(SupplementCaseRequest request) {
        WireScan scan = WireScan.of(request);
        return new CaseSupplement(
                request.getRequestId(),
                request.getCaseId(),
                operator(request.getOperator()),
                transfers(request.getTransfersList()),
                request.getCorrectionsList().stream()
                        .map(c -> new Correction(c.getTransferId(), transfer(c.getCorrected())))
                        .toList(),
                protectiveStops(request.getProtectiveStopsList()),
                request.getSuspectContactsCount(),
                new Content(request.toByteArray()),
                scan.unreadable(),
                scan.doubtful());
    }

    static CaseWithdrawal parse(WithdrawCaseRequest request) {
        return new CaseWithdrawal(
                request.getRequestId(),
                request.getCaseId(),
                operator(request.getOperator()),
                request.getReason(),
                request.getReference(),
                new Content(request.toByteArray()),
                WireScan.of(request).unreadable());
    }

    /** The stable code of an enum value; an unknown number is UNSPECIFIED. */
    private static String known(Enum<?> value, String prefix) {
        return value.name().equals("UNRECOGNIZED")
                ? "UNSPECIFIED"
                : value.name().substring(prefix.length());
    }

    static Operator operator(org.stoppayment.proto.common.v1.Operator operator) {
        return new Operator(operator.getOrganisation(), operator.getBadgeNumber());
    }

    static Victim victim(org.stoppayment.proto.intake.v1.Victim victim) {
        Victim.IdType idType =
                switch (victim.getIdType()) {
                    case ID_TYPE_RESIDENT_ID -> Victim.IdType.RESIDENT_ID;
                    case ID_TYPE_CREDIT_CODE -> Victim.IdType.CREDIT_CODE;
                    case ID_TYPE_PASSPORT, ID_TYPE_UNSPECIFIED, UNRECOGNIZED -> Victim.IdType.OTHER;
                };
        return new Victim(victim.getName(), idType, victim.getIdNumber(), victim.getPhone());
    }

    private static List<Transfer> transfers(List<org.stoppayment.proto.common.v1.Transfer> transfers) {
        return transfers.stream().map(ReportWire::transfer).toList();
    }

    private static Transfer transfer(org.stoppayment.proto.common.v1.Transfer transfer) {
        return new Transfer(
                account(transfer.getPayer()),
                account(transfer.getPayee()),
                transfer.hasAmountFen() ? Optional.of(transfer.getAmountFen()) : Optional.empty(),
                transfer.getCurrency().isEmpty() ? Transfer.DEFAULT_CURRENCY : transfer.getCurrency(),
                transfer.hasTransferredAt() ? time(transfer.getTransferredAt()) : Optional.empty(),
                transfer.getSerial());
    }

    private static List<ProtectiveStop> protectiveStops(List<org.stoppayment.proto.intake.v1.ProtectiveStop> stops) {
        return stops.stream()
                .map(stop -> new ProtectiveStop(
                        account(stop.getAccount()),
                        stop.hasConsentRecordedAt() ? time(stop.getConsentRecordedAt()) : Optional.empty()))
                .toList();
    }

    private static NamedAccount account(Account account) {
        return new NamedAccount(
                account.getName().strip(),
                AccountNumber.normalise(account.getNumber()),
                CommonWire.kind(account.getKind()),
                AccountNumber.normalise(account.getInstitutionCode()));
    }

    /** The moment; empty when it is not in the years 1 to 9999. */
    static Optional<Instant> time(Timestamp time) {
        return CommonWire.isPossible(time) ? Optional.of(CommonWire.instant(time)) : Optional.empty();
    }
}

package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.rules.IntakeRules;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;

/** Valid reports, supplements and transfers for tests of the rules. */
public final class Reported {

    public static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    public static final String CARD = "6222020000000000018";
    public static final String BANK = "102100099996";
    public static final NamedAccount PAYEE = new NamedAccount("Somebody", CARD, AccountKind.BANK_PERSONAL, BANK);
    public static final Victim VICTIM = new Victim("Victim", Victim.IdType.OTHER, "", "13912345670");
    public static final CaseId CASE = new CaseId(new UUID(1, 1));
    private static final String REQUEST_ID = "0195518a-0000-7000-8000-000000000001";
    public static final Content CONTENT = new Content(new byte[] {1});

    private Reported() {}

    public static FraudReport report(Transfer... transfers) {
        return report(REQUEST_ID, VICTIM, List.of(transfers), List.of());
    }

    public static FraudReport report(
            String requestId, Victim victim, List<Transfer> transfers, List<ProtectiveStop> protectiveStops) {
        return new FraudReport(
                requestId,
                "CALL_110",
                Optional.of(NOW),
                new Operator("desk", "badge"),
                "FAKE_LOAN",
                victim,
                transfers,
                protectiveStops,
                CONTENT,
                List.of(),
                List.of());
    }

    public static CaseSupplement supplement(List<Transfer> transfers, List<Correction> corrections, int contacts) {
        return supplement(transfers, corrections, List.of(), contacts);
    }

    public static CaseSupplement supplement(
            List<Transfer> transfers,
            List<Correction> corrections,
            List<ProtectiveStop> protectiveStops,
            int contacts) {
        return new CaseSupplement(
                REQUEST_ID,
                CASE.value().toString(),
                new Operator("desk", "badge"),
                transfers,
                corrections,
                protectiveStops,
                contacts,
                CONTENT,
                List.of(),
                List.of());
    }

    public static Transfer transfer() {
        return transfer(PAYEE);
    }

    public static Transfer transfer(NamedAccount payee) {
        return transfer(payee, Optional.of(14_000_000L), "CNY", Optional.of(NOW), "S1");
    }

    public static Transfer transfer(
            NamedAccount payee, Optional<Long> fen, String currency, Optional<Instant> at, String serial) {
        return new Transfer(NamedAccount.NONE, payee, fen, currency, at, serial);
    }

    public static NamedAccount payee(String number, AccountKind kind, String institutionCode) {
        return new NamedAccount("Somebody", number, kind, institutionCode);
    }

    public static TransferId id(int number) {
        return new TransferId(new UUID(2, number));
    }

    public static IdentifiedTransfer stored(int number, Transfer transfer, Optional<TransferId> corrects) {
        return new IdentifiedTransfer(id(number), transfer, corrects);
    }

    public static Submission submission(IdentifiedTransfer... transfers) {
        return new Submission(
                UUID.fromString(REQUEST_ID),
                CASE,
                Submission.Kind.REPORT,
                "CALL_110",
                "FAKE_LOAN",
                NOW,
                NOW,
                new Operator("desk", "badge"),
                "",
                List.of(transfers),
                List.of(),
                List.of(),
                CONTENT);
    }

    public static CaseView view(int transferCount, IdentifiedTransfer... transfers) {
        return view(transferCount, 0, transfers);
    }

    public static CaseView view(int transferCount, int protectiveStopCount, IdentifiedTransfer... transfers) {
        return new CaseView(
                new CaseSummary(
                        CASE, CaseStatus.OPEN, "CALL_110", "FAKE_LOAN", NOW, transferCount, protectiveStopCount, 0, ""),
                List.of(),
                List.of(transfers),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The warnings about a report, as {@code field CODE}. */
    public static List<String> warnings(FraudReport report) {
        return brief(IntakeRules.examine(report, NOW).warningsOrRefuse());
    }

    /** The warnings about a supplement, as {@code field CODE}. */
    public static List<String> warnings(CaseSupplement supplement) {
        return brief(IntakeRules.examine(supplement, NOW).warningsOrRefuse());
    }

    /** Violations as {@code field CODE}. */
    public static List<String> brief(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.field() + " " + violation.code())
                .toList();
    }
}

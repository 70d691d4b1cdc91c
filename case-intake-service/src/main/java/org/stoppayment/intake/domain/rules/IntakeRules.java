package org.stoppayment.intake.domain.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.Correction;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.ProtectiveStop;
import org.stoppayment.intake.domain.Transfer;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.kernel.CheckDigits;
import org.stoppayment.kernel.ContractLimits;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.Ids;

/**
 * The rules for accepting a report. An emergency report is never refused because it is incomplete (先止付后补录): it is refused only
 * when nothing can be done with it or when it is an attack. Everything else is a warning.
 *
 * <p>The limits are those of the contract with dispatch systems ({@code case_intake.proto}, docs/dispatch). None comes from a rule
 * set: rule sets are for stops, and a report must be answered even when account-freeze, which owns them, is unavailable.
 */
public final class IntakeRules {

    /** Maximum number of transfers and protective stops of a submission, and of a case; limits the load from one caller. */
    public static final int MAX_TRANSFERS = 500;

    /** How far a caller's clock may be ahead without a warning. (The tolerance for institutions is in the rule sets.) */
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    /** The request id of a caller that forgot to make one; two of them would be taken for one report. */
    private static final String NIL_UUID = "00000000-0000-0000-0000-000000000000";

    private IntakeRules() {}

    /** Validates a report that arrives at {@code now}. */
    public static Findings examine(FraudReport report, Instant now) {
        Findings findings = new Findings();
        findings.refuseAll(report.unreadable());
        findings.warnAll(report.doubtful());
        requestId(report.requestId(), findings);
        if (report.receivedAt().isPresent()) {
            notAhead("receivedAt", report.receivedAt().get(), now, findings);
        }
        identity(report.victim(), findings);
        transferCount(report.transfers().size(), findings);
        transfers("transfers", report.transfers(), now, findings);
        PartyRules.warn(
                report.victim().name(), PartyRules.byField("transfers", report.transfers()), List.of(), findings);
        protectiveStops(report.transfers().size(), report.protectiveStops(), findings);
        somethingToActOn(report, findings);
        return findings;
    }

    /** Validates a supplement that arrives at {@code now}; it is not checked against its case. */
    public static Findings examine(CaseSupplement supplement, Instant now) {
        Findings findings = new Findings();
        findings.refuseAll(supplement.unreadable());
        findings.warnAll(supplement.doubtful());
        requestId(supplement.requestId(), findings);
        uuid("caseId", supplement.caseId(), findings);
        transferCount(supplement.transfers().size() + supplement.corrections().size(), findings);
        transfers("transfers", supplement.transfers(), now, findings);
        for (int i = 0; i < supplement.corrections().size(); i++) {
            Correction correction = supplement.corrections().get(i);
            String path = "corrections[" + i + "]";
            uuid(path + ".transferId", correction.transferId(), findings);
            transfer(path + ".corrected", correction.corrected(), now, findings);
        }
        protectiveStops(
                supplement.transfers().size() + supplement.corrections().size(),
                supplement.protectiveStops(),
                findings);
        if (supplement.transfers().isEmpty()
                && supplement.corrections().isEmpty()
                && supplement.protectiveStops().isEmpty()
                && supplement.contacts() == 0) {
            findings.refuse(
                    "transfers",
                    "NOTHING_TO_ACT_ON",
                    "nothing given (expected: a transfer, a correction, a contact or a protective stop)");
        }
        return findings;
    }

    static void requestId(String requestId, Findings findings) {
        uuid("requestId", requestId, findings);
        if (requestId.equals(NIL_UUID)) {
            findings.refuse("requestId", "NIL_UUID", "value: all zeros (expected: a UUID of the report's own)");
        }
    }

    static void uuid(String field, String value, Findings findings) {
        if (Ids.parse(value).isEmpty()) {
            findings.refuse(
                    field,
                    value.isEmpty() ? "MISSING" : "NOT_A_UUID",
                    "value: " + (value.isEmpty() ? "none" : Masking.mask(value))
                            + " (expected: a UUID of 36 characters)");
        }
    }

    private static void transferCount(int count, Findings findings) {
        if (count > MAX_TRANSFERS) {
            findings.refuse("transfers", "TOO_MANY", "value: " + count + " (expected: at most " + MAX_TRANSFERS + ")");
        }
    }

    private static void transfers(String path, List<Transfer> transfers, Instant now, Findings findings) {
        for (int i = 0; i < transfers.size(); i++) {
            transfer(path + "[" + i + "]", transfers.get(i), now, findings);
        }
    }

    private static void transfer(String path, Transfer transfer, Instant now, Findings findings) {
        AccountRules.checkPayee(path + ".payee", transfer.payee(), findings);
        if (transfer.payer().isNamed()) {
            AccountRules.checkAccount(path + ".payer", transfer.payer(), findings);
        }
        if (transfer.amountFen().isEmpty()) {
            findings.warn(path + ".amountFen", "MISSING", "value: none (expected: the sum in fen)");
        } else {
            amount(path + ".amountFen", transfer.amountFen().get(), findings);
        }
        // Institutions accept no longer serials; the order is sent without it.
        findings.warnIfTooLong(path + ".serial", transfer.serial(), ContractLimits.MAX_SERIAL);
        if (!transfer.hasKnownCurrency()) {
            findings.warn(
                    path + ".currency",
                    "NOT_A_CURRENCY",
                    "value: " + Masking.mask(transfer.currency())
                            + " (expected: an ISO 4217 code; the sum is taken as CNY)");
        }
        if (transfer.isForeign()) {
            findings.warn(
                    path + ".currency",
                    "FOREIGN_CURRENCY",
                    "value: " + transfer.currency()
                            + " (expected: CNY; the order has the amount, the sums of the case do not)");
        }
        if (transfer.transferredAt().isEmpty()) {
            findings.warn(path + ".transferredAt", "MISSING", "value: none (expected: when it was booked)");
        } else {
            notAhead(path + ".transferredAt", transfer.transferredAt().get(), now, findings);
        }
    }

    private static void amount(String field, long fen, Findings findings) {
        if (fen < 1 || fen > Money.MAX_FEN) {
            findings.refuse(field, "OUT_OF_RANGE", "value: " + fen + " (expected: 1..10^13 fen)");
        }
    }

    private static void notAhead(String field, Instant at, Instant now, Findings findings) {
        if (at.isAfter(now.plus(MAX_CLOCK_SKEW))) {
            findings.warn(field, "IN_FUTURE", "value: " + at + " (expected: at most 5 minutes ahead of " + now + ")");
        }
    }

    private static void identity(Victim victim, Findings findings) {
        String number = victim.idNumber();
        boolean valid = number.isEmpty()
                || switch (victim.idType()) {
                    case RESIDENT_ID -> CheckDigits.residentId(number);
                    case CREDIT_CODE -> CheckDigits.creditCode(number);
                    case OTHER -> true;
                };
        if (!valid) {
            findings.warn(
                    "victim.idNumber",
                    victim.idType().name(),
                    "value: " + Masking.mask(number) + " (expected: a number whose check digit and date are right)");
        }
    }

    private static void protectiveStops(int transfers, List<ProtectiveStop> stops, Findings findings) {
        if (transfers <= MAX_TRANSFERS && transfers + stops.size() > MAX_TRANSFERS) {
            findings.refuse(
                    "protectiveStops",
                    "TOO_MANY",
                    "value: " + (transfers + stops.size()) + " with the transfers (expected: at most " + MAX_TRANSFERS
                            + " in all)");
        }
        for (int i = 0; i < stops.size(); i++) {
            String path = "protectiveStops[" + i + "]";
            ProtectiveStop stop = stops.get(i);
            AccountRules.checkPayee(path + ".account", stop.account(), findings);
            if (stop.consentRecordedAt().isEmpty()) {
                findings.warn(
                        path + ".consentRecordedAt",
                        "MISSING",
                        "value: none (expected: when the victim agreed; nothing is ordered without it)");
            }
        }
    }

    private static void somethingToActOn(FraudReport report, Findings findings) {
        if (report.transfers().isEmpty()) {
            findings.warn(
                    "transfers", "MISSING", "value: none (expected: who was paid; supplement it during the call)");
        }
        boolean hasAccount = report.transfers().stream().anyMatch(t -> t.payee().isNamed())
                || report.protectiveStops().stream().anyMatch(p -> p.account().isNamed());
        if (!hasAccount && report.victim().phone().isBlank()) {
            findings.refuse(
                    "victim.phone",
                    "NOTHING_TO_ACT_ON",
                    "value: none (expected: a payee account, or a telephone number to call back)");
        }
    }
}

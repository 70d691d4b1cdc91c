package org.stoppayment.intake.domain.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.stoppayment.intake.domain.filing.ClosingRequest;
import org.stoppayment.intake.domain.filing.FilingRequest;

/** Checks the requests to file a case, to correct its filing and to close it. */
public final class FilingRules {

    private static final int MAX_NUMBER = 100;
    private static final int MAX_ORGANISATION = 100;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Clocks differ, and people type whole minutes. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private FilingRules() {}

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations of a request that arrives at {@code now}. */
    public static void requireValid(FilingRequest request, Instant now) {
        Findings findings = new Findings();
        findings.refuseAll(request.unreadable());
        head(request.requestId(), request.caseId(), findings);
        request.correction().ifPresent(correction -> {
            if (correction.revision() < 1) {
                findings.refuse(
                        "correctsRevision",
                        "OUT_OF_RANGE",
                        "value: " + correction.revision() + " (expected: the last revision of the filing)");
            }
            OfficerRules.reason(correction.reason(), findings);
        });
        OfficerRules.length("facts.number", request.number(), 1, MAX_NUMBER, findings);
        OfficerRules.length("facts.organisation", request.organisation(), 1, MAX_ORGANISATION, findings);
        filedAt(request, now, findings);
        if (!SHA_256.matcher(request.documentDigest()).matches()) {
            findings.refuse(
                    "facts.documentDigest",
                    "FORM",
                    "value: " + request.documentDigest().length()
                            + " characters (expected: SHA-256 as 64 hexadecimal digits)");
        }
        OfficerRules.requiredOperator(request.operator(), findings);
        findings.warningsOrRefuse();
    }

    private static void filedAt(FilingRequest request, Instant now, Findings findings) {
        if (request.filedAt().isEmpty()) {
            findings.refuse(
                    "facts.filedAt", "MISSING", "value: none (expected: when the case was filed, a possible time)");
        } else if (request.filedAt().get().isAfter(now.plus(TOLERANCE))) {
            findings.refuse(
                    "facts.filedAt",
                    "IN_FUTURE",
                    "value: " + request.filedAt().get() + " (expected: at most 5 minutes ahead of " + now + ")");
        }
    }

    /**
     * Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} when the case was filed before it was reported.
     *
     * @param reportedAt when the call began
     */
    public static void requireAfterReport(FilingRequest request, Instant reportedAt) {
        Findings findings = new Findings();
        Instant filedAt = request.filedAt().orElseThrow();
        if (filedAt.isBefore(reportedAt.minus(TOLERANCE))) {
            findings.refuse(
                    "facts.filedAt",
                    "BEFORE_REPORT",
                    "value: " + filedAt + " (expected: at most 5 minutes before the report, " + reportedAt + ")");
        }
        findings.warningsOrRefuse();
    }

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations. */
    public static void requireValid(ClosingRequest request) {
        Findings findings = new Findings();
        findings.refuseAll(request.unreadable());
        head(request.requestId(), request.caseId(), findings);
        OfficerRules.reason(request.reason(), findings);
        OfficerRules.requiredOperator(request.operator(), findings);
        findings.warningsOrRefuse();
    }

    private static void head(String requestId, String caseId, Findings findings) {
        IntakeRules.requestId(requestId, findings);
        IntakeRules.uuid("caseId", caseId, findings);
    }
}

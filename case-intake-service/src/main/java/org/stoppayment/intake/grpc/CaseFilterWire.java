package org.stoppayment.intake.grpc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseFilter;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ListCasesRequest;

/** Parses which cases to list. */
final class CaseFilterWire {

    private static final String STATUS = "CASE_STATUS_";
    private static final String FRAUD_TYPE = "FRAUD_TYPE_";

    private CaseFilterWire() {}

    /** The filter; fails with all violations. */
    static CaseFilter parse(ListCasesRequest request) {
        List<Violation> violations = new ArrayList<>();
        String number = AccountNumber.normalise(request.getAccountNumber());
        if (number.length() > AccountNumber.MAX_CHARACTERS) {
            violations.add(new Violation(
                    "accountNumber",
                    "TOO_LONG",
                    "value: " + Masking.mask(number) + " (expected: " + AccountNumber.FORM_IN_WORDS + ")"));
        }
        if (request.getStatus() == org.stoppayment.proto.intake.v1.CaseStatus.UNRECOGNIZED) {
            violations.add(unknown("status", request.getStatusValue()));
        }
        if (request.getFraudType() == FraudType.UNRECOGNIZED) {
            violations.add(unknown("fraudType", request.getFraudTypeValue()));
        }
        if (!violations.isEmpty()) {
            throw new ServiceException.InvalidInput(violations);
        }
        return new CaseFilter(
                code(request.getStatus(), STATUS).map(CaseStatus::valueOf),
                code(request.getFraudType(), FRAUD_TYPE),
                since(request),
                Optional.of(number).filter(given -> !given.isEmpty()));
    }

    private static Violation unknown(String field, int number) {
        return new Violation(field, "UNKNOWN_ENUM", "value: " + number + " (expected: a known one)");
    }

    /** The constant without its prefix; empty for the one that means nothing. */
    private static Optional<String> code(Enum<?> value, String prefix) {
        return value.ordinal() == 0
                ? Optional.empty()
                : Optional.of(value.name().substring(prefix.length()));
    }

    private static Optional<Instant> since(ListCasesRequest request) {
        return request.hasAcceptedSince()
                ? Optional.of(Instant.ofEpochSecond(
                        request.getAcceptedSince().getSeconds(),
                        request.getAcceptedSince().getNanos()))
                : Optional.empty();
    }
}

package org.stoppayment.cli.command.cases;

import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.command.common.values.TimeSpans;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.intake.v1.CaseStatus;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.ListCasesRequest;
import picocli.CommandLine.Option;

/** Which cases to list. */
final class CaseFilterOptions {

    /** The states to filter by. */
    enum Status {
        OPEN,
        FILED,
        CLOSED
    }

    /** The kinds of fraud to filter by. */
    enum Fraud {
        REBATE_ORDERS,
        FAKE_INVESTMENT,
        FAKE_SHOPPING,
        IMPERSONATING_CUSTOMER_SERVICE,
        FAKE_LOAN,
        FAKE_CREDIT_RECORD,
        IMPERSONATING_LEADER,
        IMPERSONATING_AUTHORITY,
        ROMANCE,
        GAME_TRADE,
        SEXTORTION,
        TICKET_REFUND,
        OTHER
    }

    @Option(names = "--status", paramLabel = "STATUS", description = "Only open, filed or closed cases.")
    private @Nullable Status status;

    @Option(
            names = "--fraud-type",
            paramLabel = "TYPE",
            description = "Only cases of this kind of fraud, such as fake_loan.")
    private @Nullable Fraud fraudType;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only cases reported since then: 2h, 3d, 2026-03-01 or 2026-03-01T08:00:00+08:00.")
    private @Nullable String since;

    @Option(
            names = "--account",
            paramLabel = "NUMBER",
            description = "Only cases with a transfer from or to an account of this number.")
    private @Nullable String account;

    /** Adds the conditions to a request; days begin at midnight in {@code zone}. */
    void addTo(ListCasesRequest.Builder request, Instant now, ZoneId zone) {
        Optional.ofNullable(status)
                .ifPresent(given -> request.setStatus(CaseStatus.valueOf("CASE_STATUS_" + given.name())));
        Optional.ofNullable(fraudType)
                .ifPresent(given -> request.setFraudType(FraudType.valueOf("FRAUD_TYPE_" + given.name())));
        Optional.ofNullable(account).ifPresent(request::setAccountNumber);
        Optional.ofNullable(since)
                .map(given -> moment(given.strip(), now, zone))
                .ifPresent(moment -> request.setAcceptedSince(Timestamp.newBuilder()
                        .setSeconds(moment.getEpochSecond())
                        .setNanos(moment.getNano())));
    }

    private static Instant moment(String text, Instant now, ZoneId zone) {
        return TimeSpans.parse(text)
                .map(now::minus)
                .or(() -> parsed(() -> LocalDate.parse(text).atStartOfDay(zone).toInstant()))
                .or(() -> parsed(() -> OffsetDateTime.parse(text).toInstant()))
                .orElseThrow(() -> CliException.usage(CaseText.SINCE_INVALID, text));
    }

    private static Optional<Instant> parsed(Supplier<Instant> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}

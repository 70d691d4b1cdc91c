package org.stoppayment.freeze.queries.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.ReportedBookings;
import org.stoppayment.freeze.queries.application.StoredAnswers;
import org.stoppayment.freeze.queries.domain.QueryAnswer;
import org.stoppayment.freeze.queries.domain.QueryAnswer.Report;
import org.stoppayment.freeze.queries.domain.QueryKind;
import org.stoppayment.freeze.queries.domain.StatementSum;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.proto.gateway.v1.WatchReport;

/** Parses answers of institutions. They are stored in the JSON form of their messages. */
@Singleton
class QueryAnswerWire implements StoredAnswers {

    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().omittingInsignificantWhitespace();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();
    private static final String REPORTED = "report.bookings";

    /** The answer to the query {@code id}; fails with every violation at once. */
    static QueryAnswer parse(ApplicationId id, org.stoppayment.proto.gateway.v1.QueryAnswer answer) {
        AnswerCheck.requireValid(answer);
        String content = json(answer.toBuilder().clearReport().build());
        return new QueryAnswer(
                id,
                new ResultCode(answer.getResultCode()),
                answer.getAccountNumber(),
                answer.getComplete(),
                parts(answer),
                unreadable(answer),
                answer.hasAccounts()
                        ? answer.getAccounts().getNextPageToken()
                        : answer.getTransactions().getNextPageToken(),
                BookingWire.bookings(
                        StatementSum.MISSING, answer.getTransactions().getBookingsList()),
                answer.getHolder().getName(),
                answer.hasReport() ? Optional.of(report(answer)) : Optional.empty(),
                content,
                digest(json(answer.toBuilder().clearReport().clearAsOf().build())));
    }

    /** Of a statement that does not add up, bookings are missing. */
    private static List<String> unreadable(org.stoppayment.proto.gateway.v1.QueryAnswer answer) {
        return BookingWire.sum(answer.getTransactions()).addsUp()
                ? answer.getUnreadableList()
                : Stream.concat(answer.getUnreadableList().stream(), Stream.of(StatementSum.MISSING))
                        .distinct()
                        .toList();
    }

    private static Set<String> parts(org.stoppayment.proto.gateway.v1.QueryAnswer answer) {
        Set<String> parts = new HashSet<>();
        add(parts, QueryKind.HOLDER, answer.hasHolder());
        add(parts, QueryKind.BALANCE, answer.hasBalance());
        add(parts, QueryKind.TRANSACTIONS, answer.hasTransactions());
        add(parts, QueryKind.ACCOUNTS, answer.hasAccounts());
        add(parts, QueryKind.WATCH, answer.hasWatch());
        return parts;
    }

    private static void add(Set<String> parts, QueryKind kind, boolean isTold) {
        kind.part().filter(part -> isTold).ifPresent(parts::add);
    }

    private static Report report(org.stoppayment.proto.gateway.v1.QueryAnswer answer) {
        WatchReport report = answer.getReport();
        boolean namesAccount = !answer.getAccountNumber().isEmpty();
        String content = json(report);
        return new Report(
                key(report, content, namesAccount),
                report.hasSequence() ? Optional.of(report.getSequence()) : Optional.empty(),
                BookingWire.bookings(REPORTED, report.getBookingsList()),
                content,
                namesAccount);
    }

    private static String key(WatchReport report, String content, boolean namesAccount) {
        if (!namesAccount) {
            return "u" + digest(content);
        }
        return report.hasSequence() ? "n" + report.getSequence() : "d" + digest(content);
    }

    @Override
    public QueryAnswer answer(String content) {
        org.stoppayment.proto.gateway.v1.QueryAnswer answer = message(content);
        return parse(ApplicationId.of(answer.getApplicationId()), answer);
    }

    @Override
    public ReportedBookings report(String content) {
        return BookingWire.bookings(REPORTED, reportMessage(content).getBookingsList());
    }

    /** The message of a stored answer. */
    static org.stoppayment.proto.gateway.v1.QueryAnswer message(String content) {
        return read(content, org.stoppayment.proto.gateway.v1.QueryAnswer.newBuilder())
                .build();
    }

    /** The message of a stored report. */
    static WatchReport reportMessage(String content) {
        return read(content, WatchReport.newBuilder()).build();
    }

    private static <B extends Message.Builder> B read(String content, B builder) {
        try {
            PARSER.merge(content, builder);
            return builder;
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException("a stored answer is broken", broken);
        }
    }

    private static String json(Message message) {
        try {
            return PRINTER.print(message);
        } catch (InvalidProtocolBufferException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missingFromTheJdk) {
            throw new IllegalStateException(missingFromTheJdk);
        }
    }
}

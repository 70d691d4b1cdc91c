package org.stoppayment.kit.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.testing.LogListener;

class GrpcErrorsTest {

    private static final String SECRET = "6222020000000000018";

    private final GrpcErrors errors = new GrpcErrors(new Ids(SystemTime.SOURCE));
    private final LogListener log = LogListener.start();

    @AfterEach
    void stopListening() {
        log.close();
    }

    private Status status(Throwable thrown) {
        return StatusProto.fromThrowable(errors.transform(thrown));
    }

    private static Code code(Status status) {
        return io.grpc.Status.fromCodeValue(status.getCode()).getCode();
    }

    private static <M extends Message> M onlyDetail(Status status, Class<M> type)
            throws InvalidProtocolBufferException {
        assertThat(status.getDetailsList()).hasSize(1);
        Any detail = status.getDetails(0);
        return detail.unpack(type);
    }

    @Test
    void invalidInputListsEveryViolation() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.InvalidInput(List.of(
                new Violation("transfers[2].amountFen", "OUT_OF_RANGE", "value: 0 (expected: 1..10^13 fen)"),
                new Violation("requestId", "MISSING", "value: none (expected: a UUID)"))));
        assertThat(code(status)).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(status.getMessage()).contains("transfers[2].amountFen", "1 more");
        assertThat(onlyDetail(status, BadRequest.class).getFieldViolationsList())
                .extracting(
                        BadRequest.FieldViolation::getField,
                        BadRequest.FieldViolation::getReason,
                        BadRequest.FieldViolation::getDescription)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "transfers[2].amountFen", "OUT_OF_RANGE", "value: 0 (expected: 1..10^13 fen)"),
                        org.assertj.core.groups.Tuple.tuple("requestId", "MISSING", "value: none (expected: a UUID)"));
    }

    @Test
    void invalidInputCanNameTheIdThatPutsItRight() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.InvalidInput(
                List.of(new Violation("transferId", "ALREADY_CORRECTED", "value: 1 (expected: its correction 2)")),
                Optional.of(new ServiceException.InvalidInput.Hint("ALREADY_CORRECTED", "correctInstead", "2"))));

        assertThat(status.getDetails(0).is(BadRequest.class)).isTrue();
        ErrorInfo info = status.getDetails(1).unpack(ErrorInfo.class);
        assertThat(info.getReason()).isEqualTo("ALREADY_CORRECTED");
        assertThat(info.getDomain()).isEqualTo(GrpcErrors.DOMAIN);
        assertThat(info.getMetadataMap()).isEqualTo(Map.of("correctInstead", "2"));
    }

    @Test
    void violationsThatExceedAHeaderAreTruncatedAndCounted() throws InvalidProtocolBufferException {
        List<Violation> many = java.util.stream.IntStream.range(0, 500)
                .mapToObj(
                        i -> new Violation("transfers[" + i + "].amountFen", "OUT_OF_RANGE", "value: 0 (expected: 1)"))
                .toList();
        Status status = status(new ServiceException.InvalidInput(many));
        assertThat(status.getSerializedSize()).isLessThan(6_000);
        assertThat(status.getMessage()).contains("499 more");
        assertThat(onlyDetail(status, BadRequest.class).getFieldViolationsCount())
                .isGreaterThan(20);
    }

    @Test
    void refusalHasAMachineReadableReason() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.Refusal("REQUEST_ID_REUSED", "a new id for new content"));
        assertThat(code(status)).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(status.getMessage()).isEqualTo("a new id for new content");
        ErrorInfo detail = onlyDetail(status, ErrorInfo.class);
        assertThat(detail.getReason()).isEqualTo("REQUEST_ID_REUSED");
        assertThat(detail.getDomain()).isEqualTo(GrpcErrors.DOMAIN);
    }

    @Test
    void unknownObjectIsNotFound() {
        Status status = status(new ServiceException.NotFound("caseId", "1"));
        assertThat(code(status)).isEqualTo(Code.NOT_FOUND);
        assertThat(status.getDetailsList()).isEmpty();
    }

    @Test
    void overloadHasARetryDelay() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.Overloaded("queue full"));
        assertThat(code(status)).isEqualTo(Code.UNAVAILABLE);
        assertThat(onlyDetail(status, RetryInfo.class).getRetryDelay().getNanos())
                .isPositive();
    }

    @Test
    void unavailablePeerHasARetryDelay() throws InvalidProtocolBufferException {
        Status status = status(new ServiceException.Unavailable("the bank is away", new IOException(SECRET)));
        assertThat(code(status)).isEqualTo(Code.UNAVAILABLE);
        assertThat(status.getMessage()).isEqualTo("the bank is away");
        assertThat(onlyDetail(status, RetryInfo.class).getRetryDelay().getNanos())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57014", "08006", "53300", "40P01", "40001"})
    void unavailableOrBusyDatabaseIsUnavailable(String sqlState) throws InvalidProtocolBufferException {
        PgException away = new PgException(SECRET, "FATAL", sqlState, null);
        for (Throwable thrown : List.of(away, new CompletionException(away), new IllegalStateException("x", away))) {
            Status status = status(thrown);
            assertThat(code(status)).isEqualTo(Code.UNAVAILABLE);
            assertThat(status.getMessage()).doesNotContain(SECRET);
            assertThat(onlyDetail(status, RetryInfo.class).hasRetryDelay()).isTrue();
        }
    }

    @Test
    void lostConnectionsAndTimeOutsAreUnavailable() {
        for (Throwable thrown : List.of(
                new IOException("connection reset"),
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new io.vertx.core.http.ConnectionPoolTooBusyException("busy"),
                Future.failedFuture("Connection is closed").cause())) {
            assertThat(code(status(thrown))).as("%s", thrown.getClass()).isEqualTo(Code.UNAVAILABLE);
        }
        assertThat(log.alarms()).isEmpty();
    }

    @Test
    void bugIsReportedWithACorrelationIdThatIsAlsoLogged() throws InvalidProtocolBufferException {
        Status status = status(new NumberFormatException("For input string: " + SECRET));
        assertThat(code(status)).isEqualTo(Code.INTERNAL);
        String correlationId = onlyDetail(status, RequestInfo.class).getRequestId();
        assertThat(Ids.parse(correlationId)).isPresent();
        assertThat(status.getMessage()).isEqualTo("internal error, correlation id " + correlationId);
        assertThat(log.alarms())
                .singleElement()
                .asString()
                .contains(correlationId, "NumberFormatException", "GrpcErrorsTest.java:");
    }

    @Test
    void logOfABugDoesNotContainTheValueThatCausedIt() {
        var constraint = new PgException("row (" + SECRET + ")", "ERROR", "23514", "detail " + SECRET);
        status(new IllegalStateException("cannot store " + SECRET, constraint));
        assertThat(log.alarms())
                .singleElement()
                .asString()
                .contains("IllegalStateException", "SQLSTATE 23514")
                .doesNotContain(SECRET);
    }

    @Test
    void violatedConstraintIsABugAndNotAnOutage() {
        assertThat(code(status(new PgException("x", "ERROR", "23505", null)))).isEqualTo(Code.INTERNAL);
    }

    @Test
    void statusesAreNotChanged() {
        StatusRuntimeException unchecked = io.grpc.Status.ABORTED.asRuntimeException();
        StatusException checked = io.grpc.Status.ABORTED.asException();
        assertThat(errors.transform(unchecked)).isSameAs(unchecked);
        assertThat(errors.transform(new CompletionException(unchecked))).isSameAs(unchecked);
        assertThat(errors.transform(checked)).isSameAs(checked);
    }
}

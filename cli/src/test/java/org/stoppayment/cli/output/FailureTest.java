package org.stoppayment.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoppayment.cli.text.Texts;

class FailureTest {

    private static Failure failure(Throwable thrown) {
        return Failure.of(thrown, Texts.ENGLISH);
    }

    @Test
    void everyFieldViolationIsShownWithPathAndCode() {
        BadRequest violations = BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                        .setField("transfers[0].amountFen")
                        .setReason("OUT_OF_RANGE")
                        .setDescription("amountFen: -5 (expected: 1..10^13)"))
                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                        .setField("requestId")
                        .setDescription("missing"))
                .build();

        Failure failure = failure(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage("2 fields")
                .addDetails(Any.pack(violations))
                .build()));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(failure.lines())
                .containsExactly(
                        "refused: 2 fields",
                        "  transfers[0].amountFen: -5 (expected: 1..10^13) [OUT_OF_RANGE]",
                        "  requestId: missing");
    }

    private static Failure ofFields(String message, int count) {
        BadRequest.Builder violations = BadRequest.newBuilder();
        for (int i = 0; i < count; i++) {
            violations.addFieldViolations(BadRequest.FieldViolation.newBuilder()
                    .setField(i == 0 ? "caseId" : "field" + i)
                    .setReason("NOT_A_UUID")
                    .setDescription("value: " + (i + 1) + " characters (expected: a UUID)"));
        }
        return failure(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .setMessage(message)
                .addDetails(Any.pack(violations.build()))
                .build()));
    }

    @Test
    void fieldErrorsAreNotRepeated() {
        assertThat(ofFields("caseId: value: 1 characters (expected: a UUID)", 1).lines())
                .containsExactly("refused: caseId: 1 character (expected: a UUID) [NOT_A_UUID]");
        assertThat(ofFields("caseId: value: 1 characters (expected: a UUID) and 3 more", 2)
                        .lines())
                .containsExactly(
                        "refused: 4 fields are wrong",
                        "  caseId: 1 character (expected: a UUID) [NOT_A_UUID]",
                        "  field1: 2 characters (expected: a UUID) [NOT_A_UUID]",
                        "  … 2 more");
    }

    @Test
    void unreachableServiceIsReportedWithTheCause() {
        Failure failure = failure(Status.UNAVAILABLE
                .withCause(new ConnectException("Connection refused"))
                .asRuntimeException());

        assertThat(failure.lines())
                .singleElement()
                .asString()
                .isEqualTo("the service cannot be reached: connection refused");
    }

    @Test
    void refusalReasonIsShown() {
        Failure failure = failure(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.FAILED_PRECONDITION_VALUE)
                .setMessage("the request id was used for another report")
                .addDetails(Any.pack(
                        ErrorInfo.newBuilder().setReason("REQUEST_ID_REUSED").build()))
                .build()));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(failure.lines())
                .containsExactly("refused: the request id was used for another report", "  reason: REQUEST_ID_REUSED");
    }

    @ParameterizedTest
    @CsvSource({"0,200000000,200 ms", "2,0,2 s", "1,500000000,1500 ms"})
    void retryDelayIsShownInMilliseconds(long seconds, int nanos, String told) {
        Failure failure = failure(StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(Code.UNAVAILABLE_VALUE)
                .addDetails(Any.pack(RetryInfo.newBuilder()
                        .setRetryDelay(Duration.newBuilder().setSeconds(seconds).setNanos(nanos))
                        .build()))
                .build()));

        assertThat(failure.lines()).endsWith("  try again in " + told);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT,3",
        "FAILED_PRECONDITION,3",
        "NOT_FOUND,4",
        "UNAVAILABLE,1",
        "DEADLINE_EXCEEDED,1",
        "RESOURCE_EXHAUSTED,3",
        "INTERNAL,1",
        "UNIMPLEMENTED,1"
    })
    void everyStatusHasItsExitCode(Status.Code code, int exitCode) {
        assertThat(failure(code.toStatus().asRuntimeException()).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void unknownExceptionIsOneLineWithoutStackTrace() {
        Failure failure = failure(new IllegalStateException("odd"));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(failure.lines()).containsExactly("IllegalStateException: odd");
    }
}

package org.stoppayment.freeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Rules that refuse requests, as clients see them. */
public final class Refusals {

    private Refusals() {}

    /** The request is refused by the rule {@code reason}. */
    public static void assertRefused(String reason, ThrowingCallable request) {
        StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, request);
        assertThat(failure).as("refused: " + reason).isNotNull();
        assertThat(failure.getStatus().getCode()).as(failure.getMessage()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(reason(failure)).as(failure.getMessage()).isEqualTo(reason);
    }

    /** The request is invalid in these fields, and in no other. */
    public static void assertInvalid(ThrowingCallable request, String... fields) {
        StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, request);
        assertThat(failure).as("invalid").isNotNull();
        assertThat(failure.getStatus().getCode()).as(failure.getMessage()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(fields(failure)).containsExactlyInAnyOrder(fields);
    }

    private static List<String> fields(StatusRuntimeException failure) {
        return StatusProto.fromThrowable(failure).getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .map(detail -> {
                    try {
                        return detail.unpack(BadRequest.class);
                    } catch (InvalidProtocolBufferException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .flatMap(bad -> bad.getFieldViolationsList().stream())
                .map(BadRequest.FieldViolation::getField)
                .toList();
    }

    private static String reason(StatusRuntimeException failure) {
        com.google.rpc.Status status = StatusProto.fromThrowable(failure);
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(ErrorInfo.class))
                .map(detail -> {
                    try {
                        return detail.unpack(ErrorInfo.class).getReason();
                    } catch (InvalidProtocolBufferException broken) {
                        throw new IllegalStateException(broken);
                    }
                })
                .findFirst()
                .orElse("");
    }
}

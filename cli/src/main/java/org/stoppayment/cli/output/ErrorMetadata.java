package org.stoppayment.cli.output;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.Optional;

/** What a service adds to a refusal for programs: the metadata of its {@link ErrorInfo}. */
public final class ErrorMetadata {

    private ErrorMetadata() {}

    /** The value of this key; empty when the refusal has none. */
    public static Optional<String> of(StatusRuntimeException refused, String key) {
        com.google.rpc.Status status = StatusProto.fromThrowable(refused);
        try {
            for (Any detail : status == null ? List.<Any>of() : status.getDetailsList()) {
                if (detail.is(ErrorInfo.class)) {
                    return Optional.ofNullable(
                            detail.unpack(ErrorInfo.class).getMetadataMap().get(key));
                }
            }
            return Optional.empty();
        } catch (InvalidProtocolBufferException unreadable) {
            return Optional.empty(); // the message of the status says what matters
        }
    }
}

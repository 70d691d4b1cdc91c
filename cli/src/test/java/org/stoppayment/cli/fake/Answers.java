package org.stoppayment.cli.fake;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;

/** How the fake services answer. */
final class Answers {

    private Answers() {}

    static <T> void answer(StreamObserver<T> caller, T answer) {
        caller.onNext(answer);
        caller.onCompleted();
    }

    static void refuse(StreamObserver<?> caller, Code code, String message, Any... details) {
        Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(message);
        for (Any detail : details) {
            status.addDetails(detail);
        }
        caller.onError(StatusProto.toStatusRuntimeException(status.build()));
    }
}

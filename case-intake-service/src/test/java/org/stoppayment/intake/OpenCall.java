package org.stoppayment.intake;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;

/** A report that has been sent, but not its end: the server waits for it. */
final class OpenCall {

    private final ClientCall<ReportFraudRequest, ReportFraudResponse> call;
    private final CompletableFuture<Status> status = new CompletableFuture<>();

    OpenCall(Channel channel, ReportFraudRequest report) {
        call = channel.newCall(CaseIntakeServiceGrpc.getReportFraudMethod(), CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status end, Metadata trailers) {
                        status.complete(end);
                    }
                },
                new Metadata());
        call.request(1);
        call.sendMessage(report);
    }

    /** False while the server does not read what has been sent. */
    boolean isRead() {
        return call.isReady();
    }

    void end() {
        call.halfClose();
    }

    void cancel() {
        call.cancel("the caller's deadline", null);
    }

    /** Waits for the answer. */
    Status status() {
        return status.orTimeout(30, TimeUnit.SECONDS).join();
    }
}

package org.stoppayment.cli.client;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.proto.freeze.v1.AttentionServiceGrpc.AttentionServiceBlockingV2Stub;
import org.stoppayment.proto.freeze.v1.CaseWatchServiceGrpc.CaseWatchServiceBlockingV2Stub;
import org.stoppayment.proto.freeze.v1.WatchAttentionRequest;
import org.stoppayment.proto.freeze.v1.WatchAttentionResponse;
import org.stoppayment.proto.freeze.v1.WatchCaseRequest;
import org.stoppayment.proto.freeze.v1.WatchCaseResponse;
import org.stoppayment.proto.freeze.v1.WatchEndReason;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RecoveryWatchServiceGrpc.RecoveryWatchServiceBlockingV2Stub;
import org.stoppayment.proto.recovery.v1.WatchRecoveryRequest;
import org.stoppayment.proto.recovery.v1.WatchRecoveryResponse;

/**
 * The streams that people watch. A lost stream is reopened ({@link ReconnectingStream}). The methods throw
 * {@link io.grpc.StatusRuntimeException} when the service refuses, or does not come back in time.
 */
public final class WatchStreams {

    private static final int FIRST_MESSAGE_SECONDS = 10;

    private WatchStreams() {}

    /** Watches a case; a lost stream resumes where it was. Returns once the case is settled, if {@code untilSettled}. */
    public static void followCase(
            Supplier<CaseWatchServiceBlockingV2Stub> service,
            String caseId,
            boolean untilSettled,
            StreamViewer<WatchCaseResponse> viewer) {
        new ReconnectingStream<>(
                        last -> service.get()
                                .watchCase(WatchCaseRequest.newBuilder()
                                        .setCaseId(caseId)
                                        .setResumeToken(last.map(WatchCaseResponse::getResumeToken)
                                                .orElse(""))
                                        .setUntilSettled(untilSettled)
                                        .build()),
                        WatchCaseResponse::getNextWithin,
                        WatchCaseResponse::hasEnd,
                        viewer)
                .follow(message -> message.getEnd().getReason() == WatchEndReason.WATCH_END_REASON_SETTLED);
    }

    /** What a watcher of the return of money sees first; empty while fund-recovery does not know the case yet. */
    public static Optional<RecoverySnapshot> firstSnapshot(RecoveryWatchServiceBlockingV2Stub service, String caseId) {
        BlockingClientCall<?, WatchRecoveryResponse> stream = service.watchRecovery(
                WatchRecoveryRequest.newBuilder().setCaseId(caseId).build());
        try {
            return Optional.ofNullable(stream.read(FIRST_MESSAGE_SECONDS, TimeUnit.SECONDS))
                    .filter(WatchRecoveryResponse::hasSnapshot)
                    .map(WatchRecoveryResponse::getSnapshot);
        } catch (StatusException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e.getStatus().asRuntimeException(e.getTrailers());
        } catch (TimeoutException e) {
            throw Status.UNAVAILABLE.withCause(e).asRuntimeException();
        } catch (InterruptedException e) {
            throw CliException.interrupted();
        } finally {
            stream.cancel("read", null);
        }
    }

    /** Watches the return of money to the victim of a case until the process ends; a lost stream resumes where it was. */
    public static void followRecovery(
            Supplier<RecoveryWatchServiceBlockingV2Stub> service,
            String caseId,
            StreamViewer<WatchRecoveryResponse> viewer) {
        new ReconnectingStream<>(
                        last -> service.get()
                                .watchRecovery(WatchRecoveryRequest.newBuilder()
                                        .setCaseId(caseId)
                                        .setResumeToken(last.map(WatchRecoveryResponse::getResumeToken)
                                                .orElse(""))
                                        .build()),
                        WatchRecoveryResponse::getNextWithin,
                        WatchRecoveryResponse::hasEnd,
                        viewer)
                .follow(message -> false);
    }

    /** Watches what needs attention until the process ends; a new stream begins with all items again. */
    public static void followAttention(
            Supplier<AttentionServiceBlockingV2Stub> service,
            WatchAttentionRequest request,
            StreamViewer<WatchAttentionResponse> viewer) {
        new ReconnectingStream<>(
                        last -> service.get().watchAttention(request),
                        WatchAttentionResponse::getNextWithin,
                        WatchAttentionResponse::hasEnd,
                        viewer)
                .follow(message -> false);
    }
}

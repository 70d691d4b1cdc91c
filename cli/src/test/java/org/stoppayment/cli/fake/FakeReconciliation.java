package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import org.stoppayment.proto.recovery.v1.LedgerDifference;
import org.stoppayment.proto.recovery.v1.LedgerDifferenceKind;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesRequest;
import org.stoppayment.proto.recovery.v1.ListLedgerDifferencesResponse;
import org.stoppayment.proto.recovery.v1.ReconciliationServiceGrpc;

/** One difference that is there, and one that is gone, which is listed when asked for. */
final class FakeReconciliation extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {

    private static LedgerDifference.Builder difference(LedgerDifferenceKind kind) {
        return LedgerDifference.newBuilder()
                .setDifferenceNumber(kind.getNumber())
                .setAccount(RefundSamples.MULE)
                .setKind(kind)
                .setBookedFen(6_000_000)
                .setToldFen(5_000_000)
                .setFirstSeenAt(Timestamp.newBuilder().setSeconds(4_000_000_000L))
                .setLastSeenAt(Timestamp.newBuilder().setSeconds(4_000_001_000L));
    }

    @Override
    public void listLedgerDifferences(
            ListLedgerDifferencesRequest request, StreamObserver<ListLedgerDifferencesResponse> caller) {
        ListLedgerDifferencesResponse.Builder answer = ListLedgerDifferencesResponse.newBuilder()
                .addDifferences(difference(LedgerDifferenceKind.LEDGER_DIFFERENCE_KIND_ABOVE_HOLDS)
                        .setCaseId(new UUID(0xC, 1).toString()));
        if (request.getIncludeResolved()) {
            answer.addDifferences(difference(LedgerDifferenceKind.LEDGER_DIFFERENCE_KIND_ABOVE_BALANCE)
                    .setResolvedAt(Timestamp.newBuilder().setSeconds(4_000_002_000L)));
        }
        answer(caller, answer.build());
    }
}

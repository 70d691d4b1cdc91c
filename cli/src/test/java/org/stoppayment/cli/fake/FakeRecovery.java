package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;
import static org.stoppayment.cli.fake.Answers.refuse;

import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.UUID;
import org.stoppayment.proto.recovery.v1.AccountPositions;
import org.stoppayment.proto.recovery.v1.FundRecoveryServiceGrpc;
import org.stoppayment.proto.recovery.v1.GetRecoveryRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryResponse;
import org.stoppayment.proto.recovery.v1.Positions;

/** The books of cases, whose ids contain their sums; of the case {@code 0} nothing was booked. */
public final class FakeRecovery extends FundRecoveryServiceGrpc.FundRecoveryServiceImplBase {

    private volatile List<AccountPositions> accounts = List.of();

    /** The books of each account of every case from now on. */
    public void book(AccountPositions... all) {
        accounts = List.of(all);
    }

    @Override
    public void getRecovery(GetRecoveryRequest request, StreamObserver<GetRecoveryResponse> caller) {
        UUID sums = UUID.fromString(request.getCaseId());
        long reported = sums.getMostSignificantBits();
        long held = sums.getLeastSignificantBits();
        if (reported == 0) {
            refuse(caller, Code.NOT_FOUND, "case: " + request.getCaseId());
            return;
        }
        long restored = FakeCases.restoredFen(reported, held);
        answer(
                caller,
                GetRecoveryResponse.newBuilder()
                        .setTotal(Positions.newBuilder()
                                .setReportedFen(reported)
                                .setHeldFen(held)
                                .setRestoredFen(restored)
                                .setUnknownFen(reported - held - restored))
                        .addAllAccounts(accounts)
                        .build());
    }
}

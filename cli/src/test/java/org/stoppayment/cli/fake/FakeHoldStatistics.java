package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsRequest;
import org.stoppayment.proto.freeze.v1.GetHoldStatisticsResponse;
import org.stoppayment.proto.freeze.v1.HoldCounts;
import org.stoppayment.proto.freeze.v1.HoldStatistics;
import org.stoppayment.proto.freeze.v1.HoldStatisticsServiceGrpc;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsRequest;
import org.stoppayment.proto.freeze.v1.ListOverheldAccountsResponse;
import org.stoppayment.proto.freeze.v1.OverheldAccount;
import org.stoppayment.proto.intake.v1.FraudType;

/** Figures of holds: one month of one bank, and one account that is over-held. */
public final class FakeHoldStatistics extends HoldStatisticsServiceGrpc.HoldStatisticsServiceImplBase {

    private static final HoldCounts STOPS = HoldCounts.newBuilder()
            .setOrdered(1_234)
            .setTookEffect(1_200)
            .setInEffect(56)
            .setFrozen(789)
            .setLapsed(34)
            .setLifted(12)
            .setDeclined(5)
            .setHeldFen(123_456_789)
            .setOverheldFen(98_765_432)
            .setOverheldFenHours(9_876_543_210_00L)
            .setMeanAge(Duration.newBuilder().setSeconds(90_000))
            .setOldestBeganAt(Timestamp.newBuilder().setSeconds(1_700_000_000))
            .build();

    private static final HoldCounts FREEZES = HoldCounts.newBuilder()
            .setOrdered(789)
            .setLiftedAsWrong(3)
            .setReturned(7)
            .setReturnedFen(432_100)
            .build();

    private final List<GetHoldStatisticsRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ListOverheldAccountsRequest> lists = new CopyOnWriteArrayList<>();

    /** How statistics were asked for. */
    public List<GetHoldStatisticsRequest> requests() {
        return List.copyOf(requests);
    }

    /** How over-held accounts were asked for. */
    public List<ListOverheldAccountsRequest> lists() {
        return List.copyOf(lists);
    }

    @Override
    public void getHoldStatistics(GetHoldStatisticsRequest request, StreamObserver<GetHoldStatisticsResponse> caller) {
        requests.add(request);
        HoldStatistics row = HoldStatistics.newBuilder()
                .setMonth("2026-10")
                .setFraudType(FraudType.FRAUD_TYPE_FAKE_LOAN)
                .setInstitutionCode(FakeGateway.CODE)
                .setStops(STOPS)
                .setFreezes(FREEZES)
                .build();
        answer(
                caller,
                GetHoldStatisticsResponse.newBuilder()
                        .addRows(row)
                        .setTotal(HoldStatistics.newBuilder().setStops(STOPS).setFreezes(FREEZES))
                        .build());
    }

    @Override
    public void listOverheldAccounts(
            ListOverheldAccountsRequest request, StreamObserver<ListOverheldAccountsResponse> caller) {
        lists.add(request);
        answer(
                caller,
                ListOverheldAccountsResponse.newBuilder()
                        .addAccounts(OverheldAccount.newBuilder()
                                .setAccount(Account.newBuilder()
                                        .setInstitutionCode(FakeGateway.CODE)
                                        .setNumber(HoldSamples.ACCOUNT))
                                .setHeldFen(50_000_000)
                                .setTaintedFen(30_000)
                                .setOverheldFen(49_970_000)
                                .setOverheldFenHours(1_199_280_000)
                                .setHeldSince(Timestamp.newBuilder().setSeconds(1_700_000_000))
                                .addApplicationIds("the stop"))
                        .setIncomplete(request.getMaxAccounts() == 1)
                        .build());
    }
}

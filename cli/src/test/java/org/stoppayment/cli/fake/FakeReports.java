package org.stoppayment.cli.fake;

import static org.stoppayment.cli.fake.Answers.answer;

import com.google.protobuf.Timestamp;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.recovery.v1.CaseAge;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresRequest;
import org.stoppayment.proto.recovery.v1.GetRecoveryFiguresResponse;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoveryFigures;
import org.stoppayment.proto.recovery.v1.RecoveryGroup;
import org.stoppayment.proto.recovery.v1.ReportServiceGrpc;

/** Figures of recovery: a month with payments, one without, and a desk that calls itself a formula. */
public final class FakeReports implements ReportServiceGrpc.AsyncService, BindableService {

    private static final RecoveryFigures SOME = RecoveryFigures.newBuilder()
            .setCases(12)
            .setPositions(Positions.newBuilder()
                    .setReportedFen(100_000_000)
                    .setHeldFen(10_000_000)
                    .setFrozenFen(25_000_000)
                    .setReturnedFen(15_000_000)
                    .setLiftedFen(2_000_000)
                    .setLapsedFen(3_000_000)
                    .setCashFen(30_000_000)
                    .setMerchantFen(1_000_000)
                    .setRestoredFen(4_000_000)
                    .setUnknownFen(10_000_000))
            .setStoppedFen(55_000_000)
            .setEverFrozenFen(42_000_000)
            .setReturnRateBasisPoints(2_727)
            .setPayments(9)
            .setDaysToReturnP50(63)
            .setDaysToReturnP95(140)
            .setUnownedFen(1_234_567)
            .setUnattributedFen(34_567)
            .build();
    private static final RecoveryFigures NOTHING_STOPPED = RecoveryFigures.newBuilder()
            .setCases(1)
            .setPositions(Positions.newBuilder().setReportedFen(500_000).setUnknownFen(500_000))
            .build();

    private final List<GetRecoveryFiguresRequest> requests = new CopyOnWriteArrayList<>();

    private volatile boolean incomplete;

    /** How figures were asked for. */
    public List<GetRecoveryFiguresRequest> requests() {
        return List.copyOf(requests);
    }

    /** From now on there are more groups than are sent, and cases whose report was not told. */
    public void becomeIncomplete() {
        incomplete = true;
    }

    @Override
    public void getRecoveryFigures(
            GetRecoveryFiguresRequest request, StreamObserver<GetRecoveryFiguresResponse> caller) {
        requests.add(request);
        GetRecoveryFiguresResponse.Builder figures = GetRecoveryFiguresResponse.newBuilder()
                .setTotal(SOME.toBuilder().setCases(13))
                .setIncomplete(incomplete)
                .setCasesWithoutReport(incomplete ? 3 : 0)
                .setAsOf(Timestamp.newBuilder().setSeconds(1_772_330_700));
        if (request.getGroupByCount() > 0) {
            figures.addRows(group("2026-01", "城南派出所", SOME)).addRows(group("2026-02", "=1+1", NOTHING_STOPPED));
        }
        answer(caller, figures.build());
    }

    private static RecoveryGroup group(String month, String station, RecoveryFigures figures) {
        return RecoveryGroup.newBuilder()
                .setMonth(month)
                .setStation(station)
                .setFraudType(FraudType.FRAUD_TYPE_FAKE_LOAN)
                .setAge(CaseAge.CASE_AGE_FROM_1_TO_3_MONTHS)
                .setInstitutionCode(FakeGateway.CODE)
                .setLevel(2)
                .setFigures(figures)
                .build();
    }

    @Override
    public ServerServiceDefinition bindService() {
        return ReportServiceGrpc.bindService(this);
    }
}

package org.stoppayment.intake.grpc;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.stoppayment.intake.application.DryRunReports;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.warmup.Loopback;
import org.stoppayment.kit.warmup.WarmUp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.Channel;
import org.stoppayment.proto.intake.v1.FraudType;
import org.stoppayment.proto.intake.v1.IdType;
import org.stoppayment.proto.intake.v1.ReportFraudRequest;
import org.stoppayment.proto.intake.v1.Victim;

/**
 * Warms up reports: one goes through the server and is refused there, because its request id is missing; the same with an id is parsed,
 * stored and rolled back, and answered.
 */
@ApplicationScoped
class ReportWarmUp implements WarmUp {

    private static final int TRANSFERS = 3;
    private static final long FEN = 100;

    private final Loopback loopback;
    private final DryRunReports dryRun;
    private final InstantSource clock;
    private final Ids ids;

    ReportWarmUp(Loopback loopback, DryRunReports dryRun, InstantSource clock, Ids ids) {
        this.loopback = loopback;
        this.dryRun = dryRun;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public Uni<Void> run() {
        ReportFraudRequest.Builder report = report();
        return loopback.call(CaseIntakeServiceGrpc.getReportFraudMethod(), report.build())
                .chain(() -> dryRun.accept(ReportWire.parse(
                        report.setRequestId(ids.next().toString()).build())))
                .map(CaseWire::renderReported)
                .replaceWithVoid();
    }

    private ReportFraudRequest.Builder report() {
        Timestamp now = CommonWire.timestamp(clock.instant());
        ReportFraudRequest.Builder report = ReportFraudRequest.newBuilder()
                .setChannel(Channel.CHANNEL_CALL_110)
                .setFraudType(FraudType.FRAUD_TYPE_OTHER)
                .setReceivedAt(now)
                .setOperator(Operator.newBuilder().setOrganisation("warm-up").setBadgeNumber("0"))
                .setVictim(Victim.newBuilder()
                        .setName("warm-up")
                        .setIdType(IdType.ID_TYPE_RESIDENT_ID)
                        .setIdNumber("11010519491231002X")
                        .setPhone("13800000000"))
                .setNarrative("warm-up");
        for (int i = 0; i < TRANSFERS; i++) {
            report.addTransfers(Transfer.newBuilder()
                    .setPayer(account("6222020000000000018"))
                    .setPayee(account("warmup." + i))
                    .setAmountFen(FEN)
                    .setCurrency("CNY")
                    .setTransferredAt(now)
                    .setSerial("warm-up"));
        }
        return report;
    }

    private static Account account(String number) {
        return CommonWire.account("102100099996", number, "warm-up", AccountKind.BANK_PERSONAL);
    }
}

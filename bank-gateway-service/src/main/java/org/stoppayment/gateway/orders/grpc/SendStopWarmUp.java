package org.stoppayment.gateway.orders.grpc;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.kit.warmup.Loopback;
import org.stoppayment.kit.warmup.WarmUp;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.common.v1.Transfer;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Warms up the server with orders that it refuses, because they name no institution. */
@Singleton
class SendStopWarmUp implements WarmUp {

    private final Loopback loopback;
    private final InstantSource time;
    private final Ids ids;

    SendStopWarmUp(Loopback loopback, InstantSource time, Ids ids) {
        this.loopback = loopback;
        this.time = time;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "orders from account-freeze";
    }

    @Override
    public Uni<Void> run() {
        Account account = CommonWire.account("", "warmup.1", "warm-up", AccountKind.BANK_PERSONAL);
        return loopback.call(
                BankGatewayServiceGrpc.getSendStopMethod(),
                SendStopRequest.newBuilder()
                        .setApplicationId(ids.next().toString())
                        .setCaseId(ids.next().toString())
                        .setAccount(account)
                        .addTransfers(Transfer.newBuilder()
                                .setPayer(account)
                                .setPayee(account)
                                .setAmountFen(100)
                                .setCurrency("CNY")
                                .setTransferredAt(CommonWire.timestamp(time.instant())))
                        .setAppliedAt(CommonWire.timestamp(time.instant()))
                        .setOperator(Operator.newBuilder().setOrganisation("warm-up"))
                        .build());
    }
}

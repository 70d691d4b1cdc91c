package org.stoppayment.system.testkit;

import io.grpc.ManagedChannel;
import java.time.Instant;
import java.util.function.Function;
import org.stoppayment.cli.client.ServiceConnection;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
import org.stoppayment.proto.freeze.v1.FeedbackServiceGrpc;
import org.stoppayment.proto.freeze.v1.RecordFeedbackRequest;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.gateway.v1.BankGatewayServiceGrpc;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.SendStopRequest;

/** Both ends of the wire to the institutions: what the gateway hands to freeze, and what freeze sends through the gateway. */
public final class InstitutionWire {

    private static final String DONE = "0000";

    private final Suite suite;

    public InstitutionWire(Suite suite) {
        this.suite = suite;
    }

    /** Says about an order what its institution could call back with. */
    public void callBack(StopOrder order, Feedback.Builder feedback) {
        RecordFeedbackRequest request = RecordFeedbackRequest.newBuilder()
                .setInstitutionCode(order.getAccount().getInstitutionCode())
                .setFeedback(feedback.setApplicationId(order.getApplicationId()))
                .build();
        call(ServiceName.GATEWAY, ServiceName.FREEZE, channel -> FeedbackServiceGrpc.newBlockingStub(channel)
                .recordFeedback(request));
    }

    /** The feedback that an account was stopped at that moment, with that balance. */
    public static Feedback.Builder stopped(Instant at, long balanceFen) {
        return Feedback.newBuilder()
                .setResultCode(DONE)
                .setStoppedAt(Reports.timestamp(at))
                .setBalanceFen(balanceFen);
    }

    /** The feedback that an order is in effect, as it stands. */
    public static Feedback.Builder stopped(StopOrder order) {
        return Feedback.newBuilder()
                .setResultCode(DONE)
                .setStoppedAt(order.getStoppedAt())
                .setBalanceFen(order.getBalanceHeldFen());
    }

    /** Sends a stop to its institution. */
    public Outcome send(SendStopRequest stop) {
        return call(ServiceName.FREEZE, ServiceName.GATEWAY, channel -> BankGatewayServiceGrpc.newBlockingStub(channel)
                        .sendStop(stop))
                .getOutcome();
    }

    private <T> T call(ServiceName caller, ServiceName service, Function<ManagedChannel, T> method) {
        ManagedChannel channel = ServiceConnection.open(suite, service, caller.subject());
        try {
            return method.apply(channel);
        } finally {
            channel.shutdownNow();
        }
    }
}

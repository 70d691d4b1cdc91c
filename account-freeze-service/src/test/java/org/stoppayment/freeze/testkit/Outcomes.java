package org.stoppayment.freeze.testkit;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.gateway.v1.Accepted;
import org.stoppayment.proto.gateway.v1.Feedback;
import org.stoppayment.proto.gateway.v1.Inflow;
import org.stoppayment.proto.gateway.v1.NoAnswer;
import org.stoppayment.proto.gateway.v1.NoRoute;
import org.stoppayment.proto.gateway.v1.NotKnown;
import org.stoppayment.proto.gateway.v1.NotSent;
import org.stoppayment.proto.gateway.v1.Outcome;
import org.stoppayment.proto.gateway.v1.Outflow;
import org.stoppayment.proto.gateway.v1.OutflowKind;

/** What the gateway can say. */
public final class Outcomes {

    private Outcomes() {}

    public static Feedback.Builder stopped(String applicationId, Instant at, long balanceFen) {
        return Feedback.newBuilder()
                .setApplicationId(applicationId)
                .setResultCode("0000")
                .setStoppedAt(timestamp(at))
                .setBalanceFen(balanceFen)
                .setComplete(true);
    }

    public static Outflow.Builder outflow(String serial, long fen, Account payee, Instant at) {
        return Outflow.newBuilder()
                .setSerial(serial)
                .setKind(OutflowKind.OUTFLOW_KIND_TRANSFER)
                .setAmountFen(fen)
                .setBookedAt(timestamp(at))
                .setPayee(payee);
    }

    /** Money that left in cash or for goods: it went to nobody that could be stopped. */
    public static Outflow.Builder spent(OutflowKind kind, String serial, long fen, Instant at) {
        return Outflow.newBuilder()
                .setSerial(serial)
                .setKind(kind)
                .setAmountFen(fen)
                .setBookedAt(timestamp(at));
    }

    public static Inflow.Builder inflow(String serial, long fen, Instant at) {
        return Inflow.newBuilder().setSerial(serial).setAmountFen(fen).setBookedAt(timestamp(at));
    }

    public static Outcome of(Feedback.Builder feedback) {
        return Outcome.newBuilder().setFeedback(feedback).build();
    }

    /** Feedback that the institution has done what it was asked. */
    public static Feedback.Builder feedback(String applicationId) {
        return Feedback.newBuilder().setApplicationId(applicationId).setResultCode("0000");
    }

    static Outcome feedback(String applicationId, String code) {
        return of(Feedback.newBuilder().setApplicationId(applicationId).setResultCode(code));
    }

    public static Outcome accepted() {
        return Outcome.newBuilder().setAccepted(Accepted.getDefaultInstance()).build();
    }

    /** This message did not reach the institution; another may. */
    public static Outcome notSent() {
        return notSent("CONNECTION_REFUSED");
    }

    /** No message reaches the institution now. */
    public static Outcome circuitOpen() {
        return notSent("CIRCUIT_OPEN");
    }

    private static Outcome notSent(String reason) {
        return Outcome.newBuilder()
                .setNotSent(NotSent.newBuilder().setReason(reason))
                .build();
    }

    public static Outcome noAnswer() {
        return Outcome.newBuilder()
                .setNoAnswer(NoAnswer.newBuilder().setReason("TIMEOUT"))
                .build();
    }

    public static Outcome notKnown() {
        return Outcome.newBuilder().setNotKnown(NotKnown.getDefaultInstance()).build();
    }

    public static Outcome noRoute() {
        return Outcome.newBuilder().setNoRoute(NoRoute.getDefaultInstance()).build();
    }

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }
}

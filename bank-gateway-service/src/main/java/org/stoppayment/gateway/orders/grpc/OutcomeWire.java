package org.stoppayment.gateway.orders.grpc;

import org.stoppayment.gateway.feedback.grpc.FeedbackWire;
import org.stoppayment.proto.gateway.v1.Accepted;
import org.stoppayment.proto.gateway.v1.NoAnswer;
import org.stoppayment.proto.gateway.v1.NoRoute;
import org.stoppayment.proto.gateway.v1.NotKnown;
import org.stoppayment.proto.gateway.v1.NotSent;
import org.stoppayment.proto.gateway.v1.Outcome;

/** Renders outcomes. */
final class OutcomeWire {

    private OutcomeWire() {}

    static Outcome render(org.stoppayment.gateway.orders.domain.Outcome outcome) {
        Outcome.Builder wire = Outcome.newBuilder();
        if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.Answered answered) {
            wire.setFeedback(FeedbackWire.render(answered.feedback()));
        } else if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.NotSent notSent) {
            wire.setNotSent(NotSent.newBuilder().setReason(notSent.reason().name()));
        } else if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.NoAnswer noAnswer) {
            wire.setNoAnswer(NoAnswer.newBuilder().setReason(noAnswer.reason()));
        } else if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.Accepted) {
            wire.setAccepted(Accepted.getDefaultInstance());
        } else if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.NotKnown) {
            wire.setNotKnown(NotKnown.getDefaultInstance());
        } else if (outcome instanceof org.stoppayment.gateway.orders.domain.Outcome.NoRoute) {
            wire.setNoRoute(NoRoute.getDefaultInstance());
        } else {
            throw new IllegalStateException("outcome: " + outcome.kind() + " (expected: one of an order)");
        }
        return wire.build();
    }
}

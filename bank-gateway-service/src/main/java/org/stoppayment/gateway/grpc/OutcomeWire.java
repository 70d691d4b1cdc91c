package org.stoppayment.gateway.grpc;

import org.stoppayment.proto.gateway.v1.Accepted;
import org.stoppayment.proto.gateway.v1.NoAnswer;
import org.stoppayment.proto.gateway.v1.NoRoute;
import org.stoppayment.proto.gateway.v1.NotKnown;
import org.stoppayment.proto.gateway.v1.NotSent;
import org.stoppayment.proto.gateway.v1.Outcome;

/** Renders outcomes. */
final class OutcomeWire {

    private OutcomeWire() {}

    static Outcome render(org.stoppayment.gateway.domain.Outcome outcome) {
        Outcome.Builder wire = Outcome.newBuilder();
        if (outcome instanceof org.stoppayment.gateway.domain.Outcome.Answered answered) {
            wire.setFeedback(FeedbackWire.render(answered.feedback()));
        } else if (outcome instanceof org.stoppayment.gateway.domain.Outcome.NotSent notSent) {
            wire.setNotSent(NotSent.newBuilder().setReason(notSent.reason().name()));
        } else if (outcome instanceof org.stoppayment.gateway.domain.Outcome.NoAnswer noAnswer) {
            wire.setNoAnswer(NoAnswer.newBuilder().setReason(noAnswer.reason()));
        } else if (outcome instanceof org.stoppayment.gateway.domain.Outcome.Accepted) {
            wire.setAccepted(Accepted.getDefaultInstance());
        } else if (outcome instanceof org.stoppayment.gateway.domain.Outcome.NotKnown) {
            wire.setNotKnown(NotKnown.getDefaultInstance());
        } else {
            wire.setNoRoute(NoRoute.getDefaultInstance());
        }
        return wire.build();
    }
}

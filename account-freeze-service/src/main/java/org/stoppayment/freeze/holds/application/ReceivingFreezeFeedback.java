package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.amendments.FreezeAmendments;
import org.stoppayment.freeze.holds.application.amendments.RecordingFreezeAmendments;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.domain.Feedback;

/** Takes the feedback of an institution's callback about a freeze, or about an order about one. */
@ApplicationScoped
public class ReceivingFreezeFeedback {

    private final Freezes freezes;
    private final RecordingFreezes recording;
    private final FreezeAmendments amendments;
    private final RecordingFreezeAmendments recordingAmendments;

    ReceivingFreezeFeedback(
            Freezes freezes,
            RecordingFreezes recording,
            FreezeAmendments amendments,
            RecordingFreezeAmendments recordingAmendments) {
        this.freezes = freezes;
        this.recording = recording;
        this.amendments = amendments;
        this.recordingAmendments = recordingAmendments;
    }

    /** Ends once it is durable; empty when no such freeze or order was sent to the institution. */
    public Uni<Optional<RecordOutcome>> receive(String institutionCode, Feedback feedback) {
        Answer answer = new Answer.Replied(feedback);
        return freezes.find(feedback.applicationId())
                .map(found -> sentTo(institutionCode, found))
                .chain(freeze -> freeze.isPresent()
                        ? recording.record(freeze.get(), answer).map(Optional::of)
                        : amendments
                                .find(feedback.applicationId())
                                .chain(amendment -> amendment.isPresent()
                                        ? receive(amendment.get(), institutionCode, answer)
                                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<RecordOutcome>> receive(FreezeAmendment amendment, String institutionCode, Answer answer) {
        return freezes.find(amendment.freezeId())
                .map(found -> sentTo(institutionCode, found))
                .chain(freeze -> freeze.isPresent()
                        ? recordingAmendments.record(amendment, answer).map(Optional::of)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static Optional<Freeze> sentTo(String institutionCode, Optional<Freeze> found) {
        return found.filter(
                freeze -> freeze.application().account().institutionCode().equals(institutionCode));
    }
}

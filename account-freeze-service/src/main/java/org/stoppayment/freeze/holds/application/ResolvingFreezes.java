package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeEvent;
import org.stoppayment.freeze.holds.domain.FreezeEvent.Kind;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.ServiceException;

/** Records what an institution said about a freeze that waits for a person. */
@ApplicationScoped
public class ResolvingFreezes {

    private final NamedFreezes named;
    private final RecordingFreezes recording;
    private final InstantSource clock;

    ResolvingFreezes(NamedFreezes named, RecordingFreezes recording, InstantSource clock) {
        this.named = named;
        this.recording = recording;
        this.clock = clock;
    }

    /**
     * What an institution said, as given.
     *
     * @param freezeId of the freeze
     * @param reference of the person or paper
     * @param resultCode of the institution
     * @param frozenFen sum that the freeze holds
     * @param beganAt when it took effect
     * @param officer who records it
     */
    public record Word(
            String freezeId,
            String reference,
            String resultCode,
            Optional<Long> frozenFen,
            Optional<Instant> beganAt,
            Officer officer) {}

    /** Records it; the freeze as it stands then. */
    public Uni<Freeze> resolve(Word word) {
        FreezeEvent event = event(word);
        return named.find(word.freezeId()).chain(freeze -> recording
                .change(
                        freeze,
                        current -> current.state() == FreezeState.MANUAL
                                ? current.after(event, clock.instant())
                                : Optional.empty(),
                        "RESOLVED " + word.resultCode() + " " + word.reference())
                .map(changed -> changed.orElseThrow(() -> new ServiceException.Refusal(
                        "NOT_MANUAL", "freeze " + freeze.id() + ": " + freeze.state() + " (expected: MANUAL)"))));
    }

    private static FreezeEvent event(Word word) {
        HoldInput input = new HoldInput().reference(word.reference()).officer(word.officer());
        if (!ResultCode.hasForm(word.resultCode())) {
            input.reject("resultCode", "FORM", word.resultCode().length() + " characters", "4 or 6 digits");
            input.refuse();
        }
        ResultCode code = new ResultCode(word.resultCode());
        Kind kind =
                switch (code.meaning()) {
                    case IN_EFFECT -> code.equals(ResultCode.BALANCE_SHORT) ? Kind.HELD_PARTLY : Kind.HELD;
                    case DECLINED -> Kind.DECLINED;
                    case HELD_BY_OTHER, IN_DOUBT, NOT_SENT, MANUAL -> Kind.NEEDS_PERSON;
                };
        if (kind == Kind.NEEDS_PERSON) {
            input.reject(
                    "resultCode",
                    "OUT_OF_RANGE",
                    word.resultCode(),
                    "a result that says whether the account is frozen");
        }
        if (code.meaning() == ResultCode.Meaning.IN_EFFECT) {
            word.frozenFen()
                    .ifPresentOrElse(
                            sum -> input.frozen(sum),
                            () -> input.reject("frozenFen", "MISSING", "none", "the sum that the freeze holds"));
            if (word.beganAt().isEmpty()) {
                input.reject("beganAt", "MISSING", "none", "when it took effect");
            }
        }
        input.refuse();
        return new FreezeEvent(
                kind,
                Optional.of(code),
                "",
                new FreezeReport(word.beganAt(), word.frozenFen().map(Money::ofFen), Optional.empty()));
    }
}

package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.CaseWithdrawal;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.intake.domain.rules.WithdrawalRules;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Withdraws a case (撤案): it is CLOSED and takes no supplement any more. A resend gets the first answer. */
@ApplicationScoped
public class WithdrawingCase {

    private final Withdrawals withdrawals;
    private final Submissions submissions;
    private final IntakeEvents events;
    private final OutboxRelay relay;
    private final InstantSource clock;

    WithdrawingCase(
            Withdrawals withdrawals,
            Submissions submissions,
            IntakeEvents events,
            OutboxRelay relay,
            InstantSource clock) {
        this.withdrawals = withdrawals;
        this.submissions = submissions;
        this.events = events;
        this.relay = relay;
        this.clock = clock;
    }

    /** What the caller is told. */
    public record Answer(CaseId caseId, boolean replayed) {}

    /** Completes once the withdrawal is durable. */
    public Uni<Answer> withdraw(CaseWithdrawal request) {
        WithdrawalRules.requireValid(request);
        UUID requestId = Ids.parse(request.requestId()).orElseThrow();
        return submissions.find(requestId).chain(submission -> {
            if (submission.isPresent()) {
                throw ReusedRequestIds.refusal(requestId);
            }
            return replayed(request, requestId)
                    .chain(known -> known.map(answer -> Uni.createFrom().item(answer))
                            .orElseGet(() -> store(request, requestId)));
        });
    }

    private Uni<Answer> store(CaseWithdrawal request, UUID requestId) {
        Withdrawal withdrawal = new Withdrawal(
                requestId,
                CaseId.of(request.caseId()),
                clock.instant(),
                request.operator(),
                request.reason(),
                request.reference());
        return withdrawals
                .insert(withdrawal, request.content(), submitted -> events.withdrawn(withdrawal, submitted))
                .chain(result -> {
                    if (result instanceof Withdrawals.Result.Withdrawn stored) {
                        relay.handOver(stored.event());
                        return Uni.createFrom().item(new Answer(withdrawal.caseId(), false));
                    }
                    if (result instanceof Withdrawals.Result.Unknown) {
                        throw new ServiceException.NotFound("caseId", request.caseId());
                    }
                    return replayed(request, requestId)
                            .map(known -> known.orElseThrow(() -> CaseStatus.CLOSED.refusal(withdrawal.caseId())));
                });
    }

    /** The answer to the first request with that id, if there was one. */
    private Uni<Optional<Answer>> replayed(CaseWithdrawal request, UUID requestId) {
        return withdrawals
                .find(requestId)
                .map(found -> found.map(stored -> {
                    if (!request.content().hasDigest(stored.digest())) {
                        throw ReusedRequestIds.refusal(requestId);
                    }
                    return new Answer(stored.caseId(), true);
                }));
    }
}

package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.freeze.objections.domain.Hold;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionContent;
import org.stoppayment.freeze.objections.domain.ObjectionDueTimes;
import org.stoppayment.freeze.objections.domain.ObjectionGrounds;
import org.stoppayment.freeze.objections.domain.Objector;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Takes objections to holds. */
@ApplicationScoped
public class OpeningObjections {

    private final Holds holds;
    private final Objections objections;
    private final ObjectionDueTimes dueTimes;
    private final InstantSource clock;
    private final Ids ids;

    OpeningObjections(Holds holds, Objections objections, ObjectionDueTimes dueTimes, InstantSource clock, Ids ids) {
        this.holds = holds;
        this.objections = objections;
        this.dueTimes = dueTimes;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * An objection, as given.
     *
     * @param requestId made by the client
     * @param institutionCode of the account
     * @param accountNumber of the account
     * @param caseId of the case; empty when one case holds the account
     * @param name of the person who objects
     * @param relation of the person to the account
     * @param phone of the person
     * @param grounds why
     * @param statement what the person says
     * @param evidenceDigest SHA-256 of the evidence; empty when there is none
     * @param owner the officer who decides it
     * @param operator the officer who takes it
     */
    public record Request(
            String requestId,
            String institutionCode,
            String accountNumber,
            String caseId,
            String name,
            Optional<Objector.Relation> relation,
            String phone,
            Optional<ObjectionGrounds> grounds,
            String statement,
            String evidenceDigest,
            Officer owner,
            Officer operator) {}

    /** Makes an objection durable. A repeated request gets the first answer. */
    public Uni<Objection> open(Request request) {
        new ObjectionInput()
                .id("requestId", request.requestId())
                .account(request.institutionCode(), request.accountNumber())
                .optionalId("caseId", request.caseId())
                .objector(request.name(), request.phone())
                .present("objector.relation", request.relation(), "HOLDER or AGENT")
                .present("grounds", request.grounds(), "why the person objects")
                .statement(request.statement())
                .evidence(request.evidenceDigest())
                .officer("owner", request.owner())
                .officer("operator", request.operator())
                .refuse();
        UUID requestId = Ids.parse(request.requestId()).orElseThrow();
        Optional<CaseId> named = Ids.parse(request.caseId()).map(CaseId::new);
        ObjectionContent content = content(request);
        return objections
                .ofRequest(requestId)
                .chain(earlier -> earlier.isPresent()
                        ? Uni.createFrom().item(requireRepeated(earlier.get(), named, content))
                        : holds.on(content.account())
                                .map(found -> objectedTo(found, named, content.account()))
                                .chain(hold -> open(requestId, hold, content, request.owner())));
    }

    private Uni<Objection> open(UUID requestId, Hold hold, ObjectionContent content, Officer owner) {
        Instant now = clock.instant();
        Objection objection = Objection.opened(
                ids.newObjectionId(),
                requestId,
                hold.caseId(),
                content,
                new Objection.Held(hold.kind(), hold.applicationId()),
                owner,
                now,
                dueTimes.decisionDueAt(now));
        return objections
                .insert(objection, dueTimes.next(objection, now).orElse(now))
                .map(kept -> kept.requestId().equals(requestId)
                        ? requireRepeated(kept, Optional.of(hold.caseId()), content)
                        : refuseSecond(kept));
    }

    private static ObjectionContent content(Request request) {
        return new ObjectionContent(
                new AccountRef.Key(request.institutionCode(), AccountNumber.normalise(request.accountNumber())),
                new Objector(request.name(), request.relation().orElseThrow(), request.phone()),
                request.grounds().orElseThrow(),
                request.statement(),
                ObjectionInput.digest(request.evidenceDigest()),
                request.operator());
    }

    /** The hold that is objected to; of a case with a stop and a freeze, the freeze. */
    private static Hold objectedTo(List<Hold> found, Optional<CaseId> named, AccountRef.Key account) {
        List<Hold> possible = found.stream()
                .filter(hold ->
                        named.filter(caseId -> !caseId.equals(hold.caseId())).isEmpty())
                .toList();
        List<CaseId> cases = possible.stream().map(Hold::caseId).distinct().toList();
        if (cases.isEmpty()) {
            throw new ServiceException.Refusal(
                    "NOT_HELD",
                    "account " + account + " (expected: an account that a stop or a freeze of ours holds"
                            + named.map(caseId -> " for case " + caseId).orElse("") + ")");
        }
        if (cases.size() > 1) {
            throw new ServiceException.Refusal(
                    "CASE_REQUIRED",
                    "caseId: none (expected: one of "
                            + cases.stream().map(CaseId::toString).collect(Collectors.joining(", ")) + ")");
        }
        return possible.get(possible.size() - 1);
    }

    /** The owner is not compared: the objection may have another one by now. */
    private static Objection requireRepeated(Objection kept, Optional<CaseId> named, ObjectionContent content) {
        if (!kept.content().equals(content)
                || named.filter(caseId -> !caseId.equals(kept.caseId())).isPresent()) {
            throw new ServiceException.Refusal(
                    "REQUEST_ID_REUSED",
                    "requestId: " + kept.requestId() + " (expected: a new id for another objection)");
        }
        return kept;
    }

    private static Objection refuseSecond(Objection kept) {
        throw new ServiceException.Refusal(
                "OBJECTION_OPEN",
                "objection " + kept.id() + " is " + kept.state()
                        + " (expected: none of the case and the account that is not closed)");
    }
}

package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.forms.application.FormPrinter.Content;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;
import org.stoppayment.recovery.forms.domain.MadeForm;
import org.stoppayment.recovery.forms.domain.PlanForms;

/** Makes forms. The same content is the same file; changed content is the next version. */
@ApplicationScoped
public class MakingForms {

    private static final int MAX_ATTEMPTS = 4;

    private final ReadingFormFacts reading;
    private final InstitutionNames institutions;
    private final FormPrinter printer;
    private final FormRecords records;
    private final Ids ids;
    private final InstantSource clock;

    MakingForms(
            ReadingFormFacts reading,
            InstitutionNames institutions,
            FormPrinter printer,
            FormRecords records,
            Ids ids,
            InstantSource clock) {
        this.reading = reading;
        this.institutions = institutions;
        this.printer = printer;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A form and its bytes.
     *
     * @param form what was made
     * @param bytes the PDF file
     */
    public record Made(MadeForm form, byte[] bytes) {}

    /** Makes a form of a plan; {@code name} is empty when the request names no kind of form. */
    public Uni<Made> make(String planId, Optional<FormName> name, Officer officer) {
        OfficerChecks checks = new OfficerChecks().id("planId", planId).officer("operator", officer);
        if (name.isEmpty()) {
            checks.reject("name.kind", "MISSING", "none", "the kind of a form");
        }
        checks.refuse();
        return printer.inTurn(() -> attempt(new Request(planId, name.orElseThrow(), officer), 1));
    }

    private record Request(String planId, FormName name, Officer officer) {}

    /** A printed form, and whether its version is still to be stored. */
    private record Printout(Made made, boolean isNew) {}

    private Uni<Made> attempt(Request request, int number) {
        return facts(request)
                .chain(facts -> institutions.all().chain(names -> printer.content(request.name(), facts, names)
                        .chain(content -> print(facts.plan().id(), request, content)
                                .chain(printout -> confirmed(request, names, content, printout)))))
                .chain(made -> made.map(Uni.createFrom()::item).orElseGet(() -> again(request, number)));
    }

    private Uni<FormFacts> facts(Request request) {
        return reading.of(request.planId()).invoke(facts -> require(request.name(), facts));
    }

    private Uni<Made> again(Request request, int attempts) {
        if (attempts >= MAX_ATTEMPTS) {
            throw new ServiceException.Overloaded(
                    "planId: " + request.planId() + " (expected: facts that stay the same while the form is made)");
        }
        return attempt(request, attempts + 1);
    }

    private static void require(FormName name, FormFacts facts) {
        if (!PlanForms.of(facts.plan()).contains(name)) {
            throw new ServiceException.InvalidInput(
                    "name",
                    "NOT_OF_PLAN",
                    "value: " + name.kind() + " (expected: a victim or an institution of the plan)");
        }
        PlanForms.obstacle(name, facts.state(), facts.approval(), facts.payments())
                .ifPresent(obstacle -> {
                    throw new ServiceException.Refusal(
                            obstacle.code(),
                            "planId: " + facts.plan().id() + " (expected: " + obstacle.expected() + ")");
                });
    }

    /** An earlier version printed again, when it says the same and comes out the same; else the next version. */
    private Uni<Printout> print(PlanId planId, Request request, Content content) {
        return records.saying(planId, request.name(), content.digest())
                .chain(earlier -> earlier.map(made -> reprint(made, content))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(same -> same.map(Uni.createFrom()::item).orElseGet(() -> next(planId, request, content)));
    }

    /** Empty when the file is another one now: the font or the program has changed. */
    private Uni<Optional<Printout>> reprint(MadeForm made, Content content) {
        return printer.print(content, made.imprint()).map(printed -> Optional.of(printed)
                .filter(same -> same.file().equals(made.file()))
                .map(same -> new Printout(new Made(made, same.bytes()), false)));
    }

    private Uni<Printout> next(PlanId planId, Request request, Content content) {
        return records.latest(planId, request.name())
                .map(latest -> imprint(latest, request.officer()))
                .chain(imprint -> printer.print(content, imprint)
                        .map(printed -> new Printout(
                                new Made(
                                        new MadeForm(planId, request.name(), content.digest(), imprint, printed.file()),
                                        printed.bytes()),
                                true)));
    }

    private Imprint imprint(Optional<MadeForm> latest, Officer officer) {
        return new Imprint(
                ids.next(),
                latest.map(made -> made.imprint().version()).orElse(0) + 1,
                officer,
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // as Postgres keeps it
    }

    /**
     * What was printed, if it still holds: waiting and printing take time, and a payment may have ended meanwhile. Empty when the form says something
     * else now, or somebody else made this version.
     */
    private Uni<Optional<Made>> confirmed(
            Request request, Map<String, String> names, Content content, Printout printout) {
        return facts(request)
                .chain(now -> printer.content(request.name(), now, names))
                .chain(now -> now.digest().equals(content.digest())
                        ? stored(printout)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Made>> stored(Printout printout) {
        if (!printout.isNew()) {
            return Uni.createFrom().item(Optional.of(printout.made()));
        }
        return records.add(printout.made().form())
                .map(isAdded -> Optional.of(printout.made()).filter(made -> isAdded));
    }
}

package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.forms.application.FormPrinter.Content;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormName;
import org.stoppayment.recovery.forms.domain.Imprint;
import org.stoppayment.recovery.forms.domain.MadeForm;
import org.stoppayment.recovery.forms.domain.PlanForms;

/** Makes forms. The same content is the same file; changed content is the next version. */
@ApplicationScoped
public class MakingForms {

    private static final int MAX_CONFLICTS = 3;

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
        return reading.of(planId)
                .invoke(facts -> require(name.orElseThrow(), facts))
                .chain(facts -> institutions
                        .all()
                        .chain(names -> printer.content(name.orElseThrow(), facts, names))
                        .chain(content -> print(facts.plan().id(), name.orElseThrow(), content, officer, 0)));
    }

    private void require(FormName name, FormFacts facts) {
        if (!PlanForms.of(facts.plan()).contains(name)) {
            throw new ServiceException.InvalidInput(
                    "name",
                    "NOT_OF_PLAN",
                    "value: " + name.kind() + " (expected: a victim or an institution of the plan)");
        }
        PlanForms.obstacle(name.kind(), facts.state(), facts.approval(), clock.instant())
                .ifPresent(obstacle -> {
                    throw new ServiceException.Refusal(
                            obstacle.code(),
                            "planId: " + facts.plan().id() + " (expected: " + obstacle.expected() + ")");
                });
    }

    /** The latest version printed again, when it says the same and comes out the same; else the next version. */
    private Uni<Made> print(PlanId planId, FormName name, Content content, Officer officer, int conflicts) {
        return records.latest(planId, name)
                .chain(latest -> latest.filter(made -> made.contentDigest().equals(content.digest()))
                        .map(made -> again(made, content))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                        .chain(same -> same.map(made -> Uni.createFrom().item(made))
                                .orElseGet(() -> next(planId, name, content, imprint(latest, officer), conflicts))));
    }

    /** Empty when the file is another one now: the font or the program has changed. */
    private Uni<Optional<Made>> again(MadeForm made, Content content) {
        return printer.print(content, made.imprint()).map(printed -> Optional.of(printed)
                .filter(same -> same.file().equals(made.file()))
                .map(same -> new Made(made, same.bytes())));
    }

    private Imprint imprint(Optional<MadeForm> latest, Officer officer) {
        return new Imprint(
                ids.next(),
                latest.map(made -> made.imprint().version()).orElse(0) + 1,
                officer,
                clock.instant().truncatedTo(ChronoUnit.MICROS)); // as Postgres keeps it
    }

    /** Of two who make the same version at once, the second gets that of the first. */
    private Uni<Made> next(PlanId planId, FormName name, Content content, Imprint imprint, int conflicts) {
        return printer.print(content, imprint).chain(printed -> {
            MadeForm form = new MadeForm(planId, name, content.digest(), imprint, printed.file());
            return records.add(form)
                    .chain(isAdded -> isAdded
                            ? Uni.createFrom().item(new Made(form, printed.bytes()))
                            : retry(planId, name, content, imprint.madeBy(), conflicts));
        });
    }

    private Uni<Made> retry(PlanId planId, FormName name, Content content, Officer officer, int conflicts) {
        if (conflicts >= MAX_CONFLICTS) {
            throw new ServiceException.Overloaded(
                    "planId: " + planId + " (expected: fewer who make the same form at once)");
        }
        return print(planId, name, content, officer, conflicts + 1);
    }
}

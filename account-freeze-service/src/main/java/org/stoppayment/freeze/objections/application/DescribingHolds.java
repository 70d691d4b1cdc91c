package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.stoppayment.freeze.objections.domain.Hold;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountNumber;

/** Says what the holder of an account may be told about its holds. */
@ApplicationScoped
public class DescribingHolds {

    private final Holds holds;
    private final Objections objections;

    DescribingHolds(Holds holds, Objections objections) {
        this.holds = holds;
        this.objections = objections;
    }

    /**
     * A hold as its holder is told.
     *
     * @param objected true while an objection to it is not closed
     */
    public record Notice(Hold hold, boolean objected) {}

    /** The holds of an account, the oldest first; none when nothing of ours holds it. */
    public Uni<List<Notice>> describe(String institutionCode, String accountNumber) {
        new ObjectionInput().account(institutionCode, accountNumber).refuse();
        AccountRef.Key account = new AccountRef.Key(institutionCode, AccountNumber.normalise(accountNumber));
        return holds.on(account).chain(found -> objections.objectedOn(account).map(cases -> found.stream()
                .map(hold -> new Notice(hold, cases.contains(hold.caseId())))
                .toList()));
    }
}

package org.stoppayment.recovery.forms.pdf;

import java.util.Optional;
import org.stoppayment.recovery.forms.domain.FormFacts;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.plans.domain.PlannedHold;

/**
 * What holds money of an account.
 *
 * @param id of the freeze or stop
 * @param measure 冻结 or 止付, and whether it counts towards what may be returned
 * @param holder name of the holder of the account, as the institution told it; may be empty
 * @param caseId the case that ordered it
 * @param held what it holds
 * @param from since when; empty when it is not known any more
 * @param until when its term ends
 */
public record HoldRow(String id, String measure, String holder, String caseId, String held, String from, String until) {

    static HoldRow of(PlannedHold hold, boolean isAccountFrozen, FormFacts facts) {
        Optional<Holder> holder = Optional.ofNullable(facts.holders().get(hold.id()));
        return new HoldRow(
                hold.id().toString(),
                hold.isFreeze() ? "冻结" : isAccountFrozen ? "止付（不计入F）" : "止付",
                holder.map(Holder::name).orElse(""),
                hold.caseId().toString(),
                FormWords.yuan(hold.heldFen()),
                holder.map(known -> FormWords.day(known.frozenAt())).orElse(""),
                FormWords.moment(hold.expiresAt()));
    }
}

package org.stoppayment.recovery.plans.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** An account of a plan. */
@Entity
@Table(name = "refund_plan_account")
class PlanAccountEntity {

    @EmbeddedId
    Key key;

    /** True while its plan is a draft, or being paid. */
    boolean stands;

    static PlanAccountEntity of(UUID planId, AccountRef.Key account) {
        PlanAccountEntity row = new PlanAccountEntity();
        row.key = new Key(planId, account.institutionCode(), account.number());
        row.stands = true;
        return row;
    }

    AccountRef.Key account() {
        return new AccountRef.Key(key.institutionCode(), key.accountNumber());
    }

    /** The plan and the account. */
    @Embeddable
    record Key(
            @Column(name = "plan_id") UUID planId,
            @Column(name = "institution_code") String institutionCode,
            @Column(name = "account_number") String accountNumber) {}
}

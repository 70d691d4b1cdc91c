package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.intake.domain.PayerAccount;
import org.stoppayment.intake.domain.PayerCase;

/** Read port: the cases in which accounts pay. */
public interface PayerCases {

    /** At most {@code maxCases} for each account, newest first; in the order of the accounts. */
    Uni<List<List<PayerCase>>> find(List<PayerAccount> accounts, int maxCases);
}

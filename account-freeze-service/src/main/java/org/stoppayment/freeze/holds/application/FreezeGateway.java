package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.orders.application.Answer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Port: sends freezes and orders about them to institutions. Never fails for what an institution does or fails to do: that is an answer.
 */
public interface FreezeGateway {

    /** Sends a freeze. */
    Uni<Answer> send(Freeze freeze);

    /** Sends an amendment of {@code freeze}. */
    Uni<Answer> send(FreezeAmendment amendment, Freeze freeze);

    /** Asks what became of a freeze or an amendment at the institution of {@code account}. */
    Uni<Answer> inquire(ApplicationId id, AccountRef account);
}

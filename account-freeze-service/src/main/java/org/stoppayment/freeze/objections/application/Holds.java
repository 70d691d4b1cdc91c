package org.stoppayment.freeze.objections.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.freeze.objections.domain.Hold;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** Read port: what holds accounts. */
public interface Holds {

    /** The stops and freezes that hold an account, one for each case, the oldest first. */
    Uni<List<Hold>> on(AccountRef.Key account);
}

package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.freeze.domain.Alert;

/** Where alerts are posted to. */
public interface AlertHook {

    /** False when nobody is to be told. */
    boolean isSet();

    /** Posts an alert; fails unless it was taken. */
    Uni<Void> post(Alert alert);
}

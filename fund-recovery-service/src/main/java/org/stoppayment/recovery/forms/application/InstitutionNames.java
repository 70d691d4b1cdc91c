package org.stoppayment.recovery.forms.application;

import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Port: names of institutions. */
public interface InstitutionNames {

    /** The name of each known institution, by its code. Fails with {@code Unavailable} when they cannot be asked for. */
    Uni<Map<String, String>> all();
}

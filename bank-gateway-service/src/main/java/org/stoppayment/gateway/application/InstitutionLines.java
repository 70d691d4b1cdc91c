package org.stoppayment.gateway.application;

import java.util.Optional;

/** Port: the ways to the institutions. */
public interface InstitutionLines {

    /** The way to the institution with this code, empty when the registry has none. */
    Optional<InstitutionLine> to(String institutionCode);
}

package org.stoppayment.freeze.orders.domain;

import java.util.List;
import java.util.Optional;

/**
 * Where an order goes.
 *
 * @param institutionCode code of the institution, empty when only a person can tell
 * @param reason why only a person can tell, empty otherwise
 * @param candidates institutions that the account might be at
 */
public record Route(Optional<String> institutionCode, String reason, List<String> candidates) {

    /** Nobody can tell where the account is. */
    public static final String NO_ROUTE = "NO_ROUTE";

    /** The given number cannot be an account number. */
    public static final String UNUSABLE_NUMBER = "UNUSABLE_NUMBER";

    /** The institution is known and not connected. */
    public static final String NOT_CONNECTED = "NOT_CONNECTED";
}

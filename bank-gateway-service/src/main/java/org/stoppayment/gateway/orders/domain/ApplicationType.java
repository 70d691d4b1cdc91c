package org.stoppayment.gateway.orders.domain;

import java.util.Arrays;
import java.util.Optional;

/** The national platform's type of an application, where it is more than an order that is asked for now. */
public enum ApplicationType {
    /** Paperwork that follows what was done by telephone (补录). */
    AFTER_TELEPHONE("04"),
    /** Paperwork that follows what was done by fax (补录). */
    AFTER_FAX("05");

    private final String code;

    ApplicationType(String code) {
        this.code = code;
    }

    /** The platform's code. */
    public String code() {
        return code;
    }

    /** The type with this code, empty when there is none. */
    public static Optional<ApplicationType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}

package org.stoppayment.gateway.orders.domain;

import java.util.Arrays;
import java.util.Optional;

/** The national platform's type of an application; only the types for paperwork of an earlier stop. */
public enum ApplicationType {
    /** Paperwork of a stop that was made by telephone (补录). */
    AFTER_TELEPHONE("04"),
    /** Paperwork of a stop that was made by fax (补录). */
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

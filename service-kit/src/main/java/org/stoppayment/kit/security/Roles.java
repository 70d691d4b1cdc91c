package org.stoppayment.kit.security;

/** Roles of callers, for {@code @RolesAllowed}. A service has its name as role; see {@link org.stoppayment.kernel.ServiceNames}. */
public final class Roles {

    /** A dispatch system, which reports for its desk. */
    public static final String DISPATCH_SYSTEM = "dispatch-system";

    /** An institution, for itself. */
    public static final String INSTITUTION = "institution";

    /** The {@code stoppay} command. */
    public static final String COMMAND = "command";

    /** This service, which calls itself to warm up. */
    public static final String SELF = "self";

    private Roles() {}
}

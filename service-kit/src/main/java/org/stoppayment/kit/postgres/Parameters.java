package org.stoppayment.kit.postgres;

/** A group of a statement's parameters. It knows where it ends, so that the next group can begin there. */
public sealed interface Parameters permits ParameterRows, ParameterValues {

    /** The position after the group's last parameter. */
    int next();
}

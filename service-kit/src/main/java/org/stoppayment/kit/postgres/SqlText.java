package org.stoppayment.kit.postgres;

/** An SQL statement in a resource file. */
public sealed interface SqlText permits SqlStatement, BatchStatement {

    /** Path of the resource. */
    String path();

    /** The SQL that is sent to the server. */
    String sql();
}

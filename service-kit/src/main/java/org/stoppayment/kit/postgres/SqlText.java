package org.stoppayment.kit.postgres;

/** A statement that is kept as a resource. */
public sealed interface SqlText permits SqlStatement, BatchStatement {

    /** Where its resource lies. */
    String path();

    /** The text that is sent. */
    String sql();
}

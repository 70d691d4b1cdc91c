/** Runs a Postgres server from the binaries on the class path. */
@NullMarked
package org.stoppayment.cli.postgres;

import org.jspecify.annotations.NullMarked;

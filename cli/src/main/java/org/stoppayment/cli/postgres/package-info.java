/** A Postgres server of one's own, from the binaries on the class path. */
@NullMarked
package org.stoppayment.cli.postgres;

import org.jspecify.annotations.NullMarked;

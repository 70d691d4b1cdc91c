/** Postgres: statements in resource files, rows as parameters, group commit. */
@NullMarked
package org.stoppayment.kit.postgres;

import org.jspecify.annotations.NullMarked;

/** Postgres plumbing: group commit, columns. */
@NullMarked
package org.stoppayment.kit.postgres;

import org.jspecify.annotations.NullMarked;

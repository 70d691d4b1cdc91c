/** Postgres plumbing: group commit, parameters that are rows. */
@NullMarked
package org.stoppayment.kit.postgres;

import org.jspecify.annotations.NullMarked;

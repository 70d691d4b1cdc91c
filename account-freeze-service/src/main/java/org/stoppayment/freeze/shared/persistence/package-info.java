/** Shared: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.shared.persistence;

import org.jspecify.annotations.NullMarked;

/** Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.persistence;

import org.jspecify.annotations.NullMarked;

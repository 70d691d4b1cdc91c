/** Mules: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.mules.persistence;

import org.jspecify.annotations.NullMarked;

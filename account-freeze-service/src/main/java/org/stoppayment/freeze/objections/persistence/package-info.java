/** Objections: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.objections.persistence;

import org.jspecify.annotations.NullMarked;

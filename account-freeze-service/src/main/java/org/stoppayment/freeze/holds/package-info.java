/**
 * Holds: what lets stops become freezes (冻结), beginning with the filing of a case (立案). May import {@code tracing} and what is below
 * it.
 */
@NullMarked
package org.stoppayment.freeze.holds;

import org.jspecify.annotations.NullMarked;

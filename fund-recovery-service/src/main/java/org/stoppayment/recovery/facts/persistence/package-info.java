/** Facts: Postgres behind the ports. */
@NullMarked
package org.stoppayment.recovery.facts.persistence;

import org.jspecify.annotations.NullMarked;

/** Facts: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.facts.persistence;

import org.jspecify.annotations.NullMarked;

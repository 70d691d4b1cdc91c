/** Rules: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.rules.persistence;

import org.jspecify.annotations.NullMarked;

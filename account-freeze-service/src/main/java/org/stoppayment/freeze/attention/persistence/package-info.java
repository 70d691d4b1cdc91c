/** Attention: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.attention.persistence;

import org.jspecify.annotations.NullMarked;

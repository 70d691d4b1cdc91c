/** Watch: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.watch.persistence;

import org.jspecify.annotations.NullMarked;

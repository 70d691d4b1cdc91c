/** Watch: Postgres behind the ports. */
@NullMarked
package org.stoppayment.recovery.watch.persistence;

import org.jspecify.annotations.NullMarked;

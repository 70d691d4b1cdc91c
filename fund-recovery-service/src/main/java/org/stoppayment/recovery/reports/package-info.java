/** Reports: figures that officers answer for. May import {@code ledger}, {@code shared}. */
@NullMarked
package org.stoppayment.recovery.reports;

import org.jspecify.annotations.NullMarked;

/** Withdrawing cases (撤案). */
@NullMarked
package org.stoppayment.freeze.orders.application.withdrawal;

import org.jspecify.annotations.NullMarked;

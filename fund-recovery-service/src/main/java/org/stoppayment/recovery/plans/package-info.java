/**
 * Plans: how the money of held accounts is returned (资金返还). May import {@code eligibility}, {@code attribution}, {@code facts}, {@code
 * ledger} and {@code shared}.
 */
@NullMarked
package org.stoppayment.recovery.plans;

import org.jspecify.annotations.NullMarked;

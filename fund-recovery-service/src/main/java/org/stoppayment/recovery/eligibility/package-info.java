/**
 * Eligibility: which victims may get money back, and what is missing. May import {@code attribution}, {@code
 * facts}, {@code ledger} and {@code shared}.
 */
@NullMarked
package org.stoppayment.recovery.eligibility;

import org.jspecify.annotations.NullMarked;

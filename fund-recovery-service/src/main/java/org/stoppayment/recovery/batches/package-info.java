/**
 * Batches (集中返还): plans that are submitted, approved and paid together. May import {@code payments}, {@code approvals}, {@code notices},
 * {@code plans} and what these may import.
 */
@NullMarked
package org.stoppayment.recovery.batches;

import org.jspecify.annotations.NullMarked;

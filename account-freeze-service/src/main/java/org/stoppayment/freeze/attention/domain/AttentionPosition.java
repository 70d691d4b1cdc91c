package org.stoppayment.freeze.attention.domain;

import java.math.BigDecimal;

/**
 * A place in the list of items, which is sorted by weight, highest first, then by key.
 *
 * @param weight money at risk in fen, times age in seconds
 * @param key of the item there
 */
public record AttentionPosition(BigDecimal weight, AttentionKey key) {}

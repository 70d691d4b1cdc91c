package org.stoppayment.freeze.attention.domain;

import java.time.Instant;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;

/**
 * How an item was closed. It holds for the order that the item was about, and while no more is at risk.
 *
 * @param at when
 * @param officer who closed it
 * @param note why
 * @param atRisk money at risk then
 */
public record AttentionClosure(Instant at, Officer officer, String note, Money atRisk) {}

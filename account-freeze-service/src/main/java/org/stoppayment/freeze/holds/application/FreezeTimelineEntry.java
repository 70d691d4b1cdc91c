package org.stoppayment.freeze.holds.application;

import java.time.Instant;
import org.stoppayment.freeze.holds.domain.FreezeState;

/**
 * What happened to a freeze.
 *
 * @param at when
 * @param state where it stood from then on
 * @param cause why, such as {@code FEEDBACK 0000}
 */
public record FreezeTimelineEntry(Instant at, FreezeState state, String cause) {}

package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * 保护性止付: the victim asks to have an account of their own stopped.
 *
 * @param account the victim's own
 * @param consentRecordedAt when consent was recorded; without it nothing is ordered
 */
public record ProtectiveStop(NamedAccount account, Optional<Instant> consentRecordedAt) {}

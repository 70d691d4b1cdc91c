package org.stoppayment.intake.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * 保护性止付: the victim asks to stop an account of their own.
 *
 * @param account the victim's account
 * @param consentRecordedAt when consent was recorded; without it no stop is ordered
 */
public record ProtectiveStop(NamedAccount account, Optional<Instant> consentRecordedAt) {}

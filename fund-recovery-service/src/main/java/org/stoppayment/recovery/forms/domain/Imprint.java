package org.stoppayment.recovery.forms.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.Officer;

/**
 * What a form says of its own making. The same content with the same imprint makes the same file.
 *
 * @param formId of this version
 * @param version 1, 2, … for each form of a plan
 * @param madeBy who
 * @param madeAt when, in whole microseconds
 */
public record Imprint(UUID formId, int version, Officer madeBy, Instant madeAt) {}

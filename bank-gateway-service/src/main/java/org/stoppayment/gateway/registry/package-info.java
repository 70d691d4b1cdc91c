/**
 * The institutions that orders can be sent to, read from {@code config/institutions.yaml}. {@code CallLimitsReader} decides the
 * time-out of each.
 */
@NullMarked
package org.stoppayment.gateway.registry;

import org.jspecify.annotations.NullMarked;

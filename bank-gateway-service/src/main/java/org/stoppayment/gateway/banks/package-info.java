/**
 * Calls to the institutions: one guard for each, and the SPI of protocols, {@code AdapterFactory} and
 * {@code InstitutionAdapter}. A new protocol is a new package beside {@code rest}.
 */
@NullMarked
package org.stoppayment.gateway.banks;

import org.jspecify.annotations.NullMarked;

/** One guard an institution, and the SPI that one package a protocol implements. */
@NullMarked
package org.stoppayment.gateway.banks;

import org.jspecify.annotations.NullMarked;

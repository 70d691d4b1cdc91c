/** Takes reports, makes them durable and announces them. */
@NullMarked
package org.stoppayment.intake;

import org.jspecify.annotations.NullMarked;

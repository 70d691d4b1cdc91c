/** Accepts fraud reports, stores them and publishes them. */
@NullMarked
package org.stoppayment.intake;

import org.jspecify.annotations.NullMarked;

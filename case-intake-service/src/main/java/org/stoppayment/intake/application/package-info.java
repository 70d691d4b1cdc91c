/** The use cases of intake and the ports they need. */
@NullMarked
package org.stoppayment.intake.application;

import org.jspecify.annotations.NullMarked;

/** What officers ask for when they file a case, correct its filing or close it. Plain Java. */
@NullMarked
package org.stoppayment.intake.domain.filing;

import org.jspecify.annotations.NullMarked;

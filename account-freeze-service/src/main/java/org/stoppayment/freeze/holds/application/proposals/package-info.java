/** Holds: proposals of what should be done about them. */
@NullMarked
package org.stoppayment.freeze.holds.application.proposals;

import org.jspecify.annotations.NullMarked;

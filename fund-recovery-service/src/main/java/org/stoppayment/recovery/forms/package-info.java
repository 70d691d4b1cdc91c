/** Forms of the return of money: what a plan says, as files that are signed and sent. */
@NullMarked
package org.stoppayment.recovery.forms;

import org.jspecify.annotations.NullMarked;

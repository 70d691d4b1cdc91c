/** Rules: the figures of the return of money, from a file. Imports no other feature. */
@NullMarked
package org.stoppayment.recovery.rules;

import org.jspecify.annotations.NullMarked;

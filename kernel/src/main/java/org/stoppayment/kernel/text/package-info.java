/** What refusals, violations and warnings say, in other languages than English. */
@NullMarked
package org.stoppayment.kernel.text;

import org.jspecify.annotations.NullMarked;

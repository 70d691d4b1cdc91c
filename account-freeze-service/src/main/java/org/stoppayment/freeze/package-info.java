/** Stop orders, from the report to their end. */
@NullMarked
package org.stoppayment.freeze;

import org.jspecify.annotations.NullMarked;

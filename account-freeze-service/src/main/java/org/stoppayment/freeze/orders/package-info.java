/** Stop orders (止付): from the report to the institution, feedback, doubt and the end of the term. */
@NullMarked
package org.stoppayment.freeze.orders;

import org.jspecify.annotations.NullMarked;

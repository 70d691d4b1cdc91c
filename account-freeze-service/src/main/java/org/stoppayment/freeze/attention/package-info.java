/** Attention: what a person should look at although nothing is under way. */
@NullMarked
package org.stoppayment.freeze.attention;

import org.jspecify.annotations.NullMarked;

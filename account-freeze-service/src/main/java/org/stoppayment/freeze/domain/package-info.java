/** Stop orders, their states and the rules that move them. Plain Java. */
@NullMarked
package org.stoppayment.freeze.domain;

import org.jspecify.annotations.NullMarked;

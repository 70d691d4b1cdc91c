/** The way to the institutions: sends orders, takes feedback, and never lets one institution delay another. */
@NullMarked
package org.stoppayment.gateway;

import org.jspecify.annotations.NullMarked;

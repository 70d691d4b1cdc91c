/** Who calls, and what certificates prove it. */
@NullMarked
package org.stoppayment.kit.security;

import org.jspecify.annotations.NullMarked;

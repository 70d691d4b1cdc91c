/** Attention: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.attention.application;

import org.jspecify.annotations.NullMarked;

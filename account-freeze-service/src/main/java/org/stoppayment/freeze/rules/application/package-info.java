/** Rules: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.rules.application;

import org.jspecify.annotations.NullMarked;

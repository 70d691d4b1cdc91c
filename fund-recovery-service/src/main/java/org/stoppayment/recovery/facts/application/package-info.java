/** Facts: use cases and ports. */
@NullMarked
package org.stoppayment.recovery.facts.application;

import org.jspecify.annotations.NullMarked;

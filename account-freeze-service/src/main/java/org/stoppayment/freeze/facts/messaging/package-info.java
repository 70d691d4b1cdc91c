/** Facts: events out. */
@NullMarked
package org.stoppayment.freeze.facts.messaging;

import org.jspecify.annotations.NullMarked;

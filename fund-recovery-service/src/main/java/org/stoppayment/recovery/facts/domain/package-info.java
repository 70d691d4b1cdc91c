/** Facts: what is told. Plain Java. */
@NullMarked
package org.stoppayment.recovery.facts.domain;

import org.jspecify.annotations.NullMarked;

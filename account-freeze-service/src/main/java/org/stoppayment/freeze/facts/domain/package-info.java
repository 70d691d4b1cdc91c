/** Facts: what is told. Plain Java. */
@NullMarked
package org.stoppayment.freeze.facts.domain;

import org.jspecify.annotations.NullMarked;

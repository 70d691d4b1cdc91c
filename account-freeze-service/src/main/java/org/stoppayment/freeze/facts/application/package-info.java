/** Facts: use cases and ports. */
@NullMarked
package org.stoppayment.freeze.facts.application;

import org.jspecify.annotations.NullMarked;

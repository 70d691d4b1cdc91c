/** Rule sets: the figures and articles that orders follow, as data. May import {@code shared}. */
@NullMarked
package org.stoppayment.freeze.rules;

import org.jspecify.annotations.NullMarked;

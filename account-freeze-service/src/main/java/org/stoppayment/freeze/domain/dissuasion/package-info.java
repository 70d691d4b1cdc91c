/** Likely victims who have not called yet (劝阻名单). Knows no framework. */
@NullMarked
package org.stoppayment.freeze.domain.dissuasion;

import org.jspecify.annotations.NullMarked;

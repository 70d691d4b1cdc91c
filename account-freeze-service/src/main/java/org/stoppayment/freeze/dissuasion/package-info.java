/** Likely victims who have not called yet (劝阻名单). May import {@code tracing} and what is below it. */
@NullMarked
package org.stoppayment.freeze.dissuasion;

import org.jspecify.annotations.NullMarked;

/** Likely victims who have not called yet (劝阻名单). */
@NullMarked
package org.stoppayment.freeze.dissuasion;

import org.jspecify.annotations.NullMarked;

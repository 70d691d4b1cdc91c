/** Known mules (断卡): accounts that several stops or cases reached. May import {@code tracing} and what is below it. */
@NullMarked
package org.stoppayment.freeze.mules;

import org.jspecify.annotations.NullMarked;

/**
 * Known mules (断卡): accounts with several stops, or reached by the money of several cases. May import {@code tracing} and what is
 * below it.
 */
@NullMarked
package org.stoppayment.freeze.mules;

import org.jspecify.annotations.NullMarked;

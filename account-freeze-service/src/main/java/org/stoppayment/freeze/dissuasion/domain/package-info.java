/** Dissuasion: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.dissuasion.domain;

import org.jspecify.annotations.NullMarked;

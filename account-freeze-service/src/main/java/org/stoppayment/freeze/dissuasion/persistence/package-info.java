/** Dissuasion: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.dissuasion.persistence;

import org.jspecify.annotations.NullMarked;

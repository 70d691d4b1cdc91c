/** Dissuasion: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.dissuasion.application;

import org.jspecify.annotations.NullMarked;

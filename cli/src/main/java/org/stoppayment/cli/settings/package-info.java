/** The variables {@code STOPPAYMENT_…} that tune the services: which there are, and what is wrong with those of the caller. */
@NullMarked
package org.stoppayment.cli.settings;

import org.jspecify.annotations.NullMarked;

/** Parties: rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.parties.domain;

import org.jspecify.annotations.NullMarked;

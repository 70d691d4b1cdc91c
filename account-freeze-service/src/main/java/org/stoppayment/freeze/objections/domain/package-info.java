/** Objections: states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.objections.domain;

import org.jspecify.annotations.NullMarked;

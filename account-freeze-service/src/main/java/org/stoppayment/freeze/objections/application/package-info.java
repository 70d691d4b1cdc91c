/** Objections: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.objections.application;

import org.jspecify.annotations.NullMarked;

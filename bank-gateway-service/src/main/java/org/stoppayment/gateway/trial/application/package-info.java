/** The use case that tries an institution, and its port. */
@NullMarked
package org.stoppayment.gateway.trial.application;

import org.jspecify.annotations.NullMarked;

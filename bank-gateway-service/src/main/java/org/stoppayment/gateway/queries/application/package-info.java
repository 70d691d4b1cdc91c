/** The use case that forwards answers, and its port. */
@NullMarked
package org.stoppayment.gateway.queries.application;

import org.jspecify.annotations.NullMarked;

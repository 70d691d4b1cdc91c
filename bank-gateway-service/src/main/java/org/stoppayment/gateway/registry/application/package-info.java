/** The port to the institutions. */
@NullMarked
package org.stoppayment.gateway.registry.application;

import org.jspecify.annotations.NullMarked;

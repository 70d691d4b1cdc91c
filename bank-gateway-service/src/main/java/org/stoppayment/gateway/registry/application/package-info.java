/** The port to the registry. */
@NullMarked
package org.stoppayment.gateway.registry.application;

import org.jspecify.annotations.NullMarked;

/** The use cases of the gateway, and the ports that they need. */
@NullMarked
package org.stoppayment.gateway.application;

import org.jspecify.annotations.NullMarked;

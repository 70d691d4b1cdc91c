/** The institutions that orders can be sent to, read from the registry file when the service starts and when it is told to. */
@NullMarked
package org.stoppayment.gateway.registry;

import org.jspecify.annotations.NullMarked;

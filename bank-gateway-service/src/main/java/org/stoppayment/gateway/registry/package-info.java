/** The institutions that orders can be sent to, read from a file. */
@NullMarked
package org.stoppayment.gateway.registry;

import org.jspecify.annotations.NullMarked;

/** The institutions that orders can be sent to, and the limits agreed with each. */
@NullMarked
package org.stoppayment.gateway.registry.domain;

import org.jspecify.annotations.NullMarked;

/** What institutions report about orders, whatever the protocol. */
@NullMarked
package org.stoppayment.gateway.feedback.domain;

import org.jspecify.annotations.NullMarked;

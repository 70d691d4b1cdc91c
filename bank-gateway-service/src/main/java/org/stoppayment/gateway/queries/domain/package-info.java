/** What institutions tell about accounts, whatever the protocol. */
@NullMarked
package org.stoppayment.gateway.queries.domain;

import org.jspecify.annotations.NullMarked;

/** What institutions answer to queries about accounts. */
@NullMarked
package org.stoppayment.gateway.queries;

import org.jspecify.annotations.NullMarked;

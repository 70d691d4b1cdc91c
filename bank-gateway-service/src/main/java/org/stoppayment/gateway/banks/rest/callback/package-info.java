/** The REST API that institutions call back. */
@NullMarked
package org.stoppayment.gateway.banks.rest.callback;

import org.jspecify.annotations.NullMarked;

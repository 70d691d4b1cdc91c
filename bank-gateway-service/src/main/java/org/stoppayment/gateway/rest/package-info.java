/** What institutions call back. */
@NullMarked
package org.stoppayment.gateway.rest;

import org.jspecify.annotations.NullMarked;

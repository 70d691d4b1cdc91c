/** Speaks the institution API v1, see docs/bank/institution-api-v1.yaml. */
@NullMarked
package org.stoppayment.gateway.banks.rest;

import org.jspecify.annotations.NullMarked;

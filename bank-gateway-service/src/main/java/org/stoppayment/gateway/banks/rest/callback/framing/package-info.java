/** Refuses requests whose end is ambiguous where the server decodes them: later the evidence is gone. */
@NullMarked
package org.stoppayment.gateway.banks.rest.callback.framing;

import org.jspecify.annotations.NullMarked;

/** Serves forms to refund officers; asks for names of institutions. */
@NullMarked
package org.stoppayment.recovery.forms.grpc;

import org.jspecify.annotations.NullMarked;

/** The use cases of approvals and the ports they need. */
@NullMarked
package org.stoppayment.recovery.approvals.application;

import org.jspecify.annotations.NullMarked;

/** Shared by the features of recovery. Imports none of them. */
@NullMarked
package org.stoppayment.recovery.shared;

import org.jspecify.annotations.NullMarked;

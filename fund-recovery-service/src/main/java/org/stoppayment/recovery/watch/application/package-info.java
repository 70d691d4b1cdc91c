/** Watch: the use case and its ports. */
@NullMarked
package org.stoppayment.recovery.watch.application;

import org.jspecify.annotations.NullMarked;

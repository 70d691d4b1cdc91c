/** Logging without personal data. */
@NullMarked
package org.stoppayment.kit.logging;

import org.jspecify.annotations.NullMarked;

/** What a log may say. */
@NullMarked
package org.stoppayment.kit.logging;

import org.jspecify.annotations.NullMarked;

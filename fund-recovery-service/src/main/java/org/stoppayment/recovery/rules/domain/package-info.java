/** Rules: the figures. Plain Java. */
@NullMarked
package org.stoppayment.recovery.rules.domain;

import org.jspecify.annotations.NullMarked;

/** Which forms there are, and what they rest on. Plain Java. */
@NullMarked
package org.stoppayment.recovery.forms.domain;

import org.jspecify.annotations.NullMarked;

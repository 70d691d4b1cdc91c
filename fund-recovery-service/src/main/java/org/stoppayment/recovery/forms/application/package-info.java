/** The use cases of forms and the ports they need. */
@NullMarked
package org.stoppayment.recovery.forms.application;

import org.jspecify.annotations.NullMarked;

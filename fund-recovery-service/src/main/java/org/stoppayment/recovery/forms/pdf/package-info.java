/** Forms as PDF files. */
@NullMarked
package org.stoppayment.recovery.forms.pdf;

import org.jspecify.annotations.NullMarked;

/** Rules: their file. */
@NullMarked
package org.stoppayment.recovery.rules.file;

import org.jspecify.annotations.NullMarked;

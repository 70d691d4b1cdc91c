/** Files and programs that cannot be used, and why. */
@NullMarked
package org.stoppayment.cli.files;

import org.jspecify.annotations.NullMarked;

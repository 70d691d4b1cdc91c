/** Institutions by the names that people use for them. */
@NullMarked
package org.stoppayment.cli.institutions;

import org.jspecify.annotations.NullMarked;

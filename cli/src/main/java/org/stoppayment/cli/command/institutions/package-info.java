/** Commands about institutions. */
@NullMarked
package org.stoppayment.cli.command.institutions;

import org.jspecify.annotations.NullMarked;

/** Commands about cases: report, supplement, get, list, trace, watch. */
@NullMarked
package org.stoppayment.cli.command.cases;

import org.jspecify.annotations.NullMarked;

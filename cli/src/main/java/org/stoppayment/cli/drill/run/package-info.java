/** Runs a drill against a suite: sends the reports, follows the cases and collects their results. */
@NullMarked
package org.stoppayment.cli.drill.run;

import org.jspecify.annotations.NullMarked;

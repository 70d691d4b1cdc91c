/** Explains plans for the return of money so that a person can follow them by hand. The same content is shown on a terminal and on a page. */
@NullMarked
package org.stoppayment.cli.command.refund.explain;

import org.jspecify.annotations.NullMarked;

/** The explanation of a plan as a page. */
@NullMarked
package org.stoppayment.cli.command.refund.html;

import org.jspecify.annotations.NullMarked;

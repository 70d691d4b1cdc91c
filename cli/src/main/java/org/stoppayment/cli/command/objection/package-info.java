/** Commands about objections to holds. */
@NullMarked
package org.stoppayment.cli.command.objection;

import org.jspecify.annotations.NullMarked;

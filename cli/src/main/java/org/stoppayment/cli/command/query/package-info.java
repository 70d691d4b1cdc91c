/** Queries about accounts (即时查询): orders them, waits for their answers, shows them, and ends watches. */
@NullMarked
package org.stoppayment.cli.command.query;

import org.jspecify.annotations.NullMarked;

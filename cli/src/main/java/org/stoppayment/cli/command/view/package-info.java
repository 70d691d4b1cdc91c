/** Stop orders and traces as tables and trees, which several commands print. */
@NullMarked
package org.stoppayment.cli.command.view;

import org.jspecify.annotations.NullMarked;

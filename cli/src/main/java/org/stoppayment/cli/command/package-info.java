/** The root command. Each group of subcommands has its own package. */
@NullMarked
package org.stoppayment.cli.command;

import org.jspecify.annotations.NullMarked;

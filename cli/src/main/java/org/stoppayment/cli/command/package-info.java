/** The command line: the root command and how subcommands are made. Each group of subcommands has its own package. */
@NullMarked
package org.stoppayment.cli.command;

import org.jspecify.annotations.NullMarked;

/** The commands, one class each: read the arguments, call, print. */
@NullMarked
package org.stoppayment.cli.command;

import org.jspecify.annotations.NullMarked;

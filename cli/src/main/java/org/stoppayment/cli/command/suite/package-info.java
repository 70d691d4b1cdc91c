/** Commands that start, stop and check the suite: up, down, status, doctor. */
@NullMarked
package org.stoppayment.cli.command.suite;

import org.jspecify.annotations.NullMarked;

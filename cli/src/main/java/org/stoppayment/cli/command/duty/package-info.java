/** Commands of the officer on duty: manual, stop, alerts, dissuasion, mules. */
@NullMarked
package org.stoppayment.cli.command.duty;

import org.jspecify.annotations.NullMarked;

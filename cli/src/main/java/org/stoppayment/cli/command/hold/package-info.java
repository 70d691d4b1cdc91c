/** Freezes of filed cases: orders them, changes them, shows them, and says what should be done about holds. */
@NullMarked
package org.stoppayment.cli.command.hold;

import org.jspecify.annotations.NullMarked;

/** Commands for who connects an institution: bank add, secret, try, magic. */
@NullMarked
package org.stoppayment.cli.command.bank;

import org.jspecify.annotations.NullMarked;

/** Commands about the books: statements of cases, accounts and victims, corrections, differences. */
@NullMarked
package org.stoppayment.cli.command.refund.books;

import org.jspecify.annotations.NullMarked;

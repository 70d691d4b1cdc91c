/** Where the money of a case ended, to the fen, and why money was not stopped. Pure. */
@NullMarked
package org.stoppayment.cli.drill.accounting;

import org.jspecify.annotations.NullMarked;

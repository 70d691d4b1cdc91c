/** Where the money of a drilled case ended, to the fen, and why what was lost could not be stopped. Pure. */
@NullMarked
package org.stoppayment.cli.drill.accounting;

import org.jspecify.annotations.NullMarked;

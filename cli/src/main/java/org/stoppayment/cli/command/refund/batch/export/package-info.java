/** What victims get by a batch, as a file for spreadsheets. */
@NullMarked
package org.stoppayment.cli.command.refund.batch.export;

import org.jspecify.annotations.NullMarked;

/** Figures of recovery: as a table, as comma-separated values and as a page with charts. */
@NullMarked
package org.stoppayment.cli.command.refund.report;

import org.jspecify.annotations.NullMarked;

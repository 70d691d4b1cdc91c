/** Comma-separated values for spreadsheets. */
@NullMarked
package org.stoppayment.cli.output.csv;

import org.jspecify.annotations.NullMarked;

/** Templates of report pages: one file each, nothing fetched. */
@NullMarked
package org.stoppayment.cli.html;

import org.jspecify.annotations.NullMarked;

/** The report of a drill as an HTML page: Qute templates, charts as inline SVG. */
@NullMarked
package org.stoppayment.cli.drill.html;

import org.jspecify.annotations.NullMarked;

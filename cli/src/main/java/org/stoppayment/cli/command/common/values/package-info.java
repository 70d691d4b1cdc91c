/** How options read their values: moments, spans of time and whole numbers. */
@NullMarked
package org.stoppayment.cli.command.common.values;

import org.jspecify.annotations.NullMarked;

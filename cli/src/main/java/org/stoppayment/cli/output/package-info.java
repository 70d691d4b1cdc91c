/** What people and programs read: tables, JSON, errors, exit codes. */
@NullMarked
package org.stoppayment.cli.output;

import org.jspecify.annotations.NullMarked;

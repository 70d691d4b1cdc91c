/** Filing a case (立案), correcting its filing and closing it (结案). */
@NullMarked
package org.stoppayment.cli.command.cases.filing;

import org.jspecify.annotations.NullMarked;

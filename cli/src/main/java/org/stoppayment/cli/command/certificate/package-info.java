/** Commands that issue certificates: certificate institution, dispatch. */
@NullMarked
package org.stoppayment.cli.command.certificate;

import org.jspecify.annotations.NullMarked;

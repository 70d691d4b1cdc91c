/** What all commands share: context, options, access to the services. */
@NullMarked
package org.stoppayment.cli.command.common;

import org.jspecify.annotations.NullMarked;

/** What a victim may be told about the own case: in plain words, without the data of anybody else. */
@NullMarked
package org.stoppayment.cli.command.victim.status;

import org.jspecify.annotations.NullMarked;

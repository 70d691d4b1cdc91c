/** Clients of the services and of the simulator's control. */
@NullMarked
package org.stoppayment.cli.client;

import org.jspecify.annotations.NullMarked;

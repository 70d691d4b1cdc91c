/** Starting, watching and stopping the processes of the suite; a library for tests and benchmarks as well. */
@NullMarked
package org.stoppayment.cli.suite;

import org.jspecify.annotations.NullMarked;

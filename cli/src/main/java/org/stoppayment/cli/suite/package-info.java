/** Starts, watches and stops the processes of the suite. Also a library for tests and benchmarks. */
@NullMarked
package org.stoppayment.cli.suite;

import org.jspecify.annotations.NullMarked;

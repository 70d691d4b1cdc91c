/** What figures are taken with: load, floors, stubs, the machine. */
@NullMarked
package org.stoppayment.benchmarks.harness;

import org.jspecify.annotations.NullMarked;

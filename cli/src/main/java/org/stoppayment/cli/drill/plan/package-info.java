/** The plan of a drill, generated from a seed: options, rings of mules, their moves, and faults of institutions. Pure. */
@NullMarked
package org.stoppayment.cli.drill.plan;

import org.jspecify.annotations.NullMarked;

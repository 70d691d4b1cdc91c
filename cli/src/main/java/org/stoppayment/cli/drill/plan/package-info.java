/** What a drill does, drawn from a seed: options, rings of mules, their moves and the faults of institutions. Pure. */
@NullMarked
package org.stoppayment.cli.drill.plan;

import org.jspecify.annotations.NullMarked;

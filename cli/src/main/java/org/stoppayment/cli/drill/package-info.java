/** The drill: a seeded race between the suite and simulated rings of mules, and the account of who won. */
@NullMarked
package org.stoppayment.cli.drill;

import org.jspecify.annotations.NullMarked;

/** The certificates of a suite: who has which, in which files, and how they are made. */
@NullMarked
package org.stoppayment.cli.certificates;

import org.jspecify.annotations.NullMarked;

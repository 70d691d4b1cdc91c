/** Case files, running a case until it is settled, and comparing it with its expectation. */
@NullMarked
package org.stoppayment.cli.cases;

import org.jspecify.annotations.NullMarked;

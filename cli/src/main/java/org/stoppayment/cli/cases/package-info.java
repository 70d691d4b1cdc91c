/** Case files, following a case until it is settled, and comparing it with what must be true. */
@NullMarked
package org.stoppayment.cli.cases;

import org.jspecify.annotations.NullMarked;

/** Rule sets as data: read from YAML, all of them or none. */
@NullMarked
package org.stoppayment.freeze.rules;

import org.jspecify.annotations.NullMarked;

/** Rule sets in YAML: where they are found, and how their sections are read. */
@NullMarked
package org.stoppayment.kit.rules;

import org.jspecify.annotations.NullMarked;

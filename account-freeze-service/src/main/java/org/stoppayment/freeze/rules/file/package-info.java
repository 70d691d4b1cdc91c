/** Rules: rule sets read from YAML, whole or not at all. */
@NullMarked
package org.stoppayment.freeze.rules.file;

import org.jspecify.annotations.NullMarked;

/** Work that is done again and again, and how people learn that it is not. */
@NullMarked
package org.stoppayment.kit.work;

import org.jspecify.annotations.NullMarked;

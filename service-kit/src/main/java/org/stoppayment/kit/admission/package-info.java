/** What a service takes when there is more than it can do: calls are refused before their request is read. */
@NullMarked
package org.stoppayment.kit.admission;

import org.jspecify.annotations.NullMarked;

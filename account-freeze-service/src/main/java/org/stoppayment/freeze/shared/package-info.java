/** What several features need: accounts, officers, paging, in-flight work. */
@NullMarked
package org.stoppayment.freeze.shared;

import org.jspecify.annotations.NullMarked;

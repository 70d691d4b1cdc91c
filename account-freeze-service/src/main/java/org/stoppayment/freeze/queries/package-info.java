/** Queries: asks institutions about accounts that a case knows (即时查询), and watches them (动态查询). May import all features but {@code api}. */
@NullMarked
package org.stoppayment.freeze.queries;

import org.jspecify.annotations.NullMarked;

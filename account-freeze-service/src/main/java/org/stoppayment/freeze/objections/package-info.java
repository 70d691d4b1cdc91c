/**
 * Objections (异议): what the holder of a held account may be told, and the objections to holds, each with an owner, a deadline and an
 * outcome. May import {@code holds}, {@code amendments} and what is below them.
 */
@NullMarked
package org.stoppayment.freeze.objections;

import org.jspecify.annotations.NullMarked;

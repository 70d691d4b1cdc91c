/** The steps of a trial, what was exchanged, and the rules that an answer may break. */
@NullMarked
package org.stoppayment.gateway.trial.domain;

import org.jspecify.annotations.NullMarked;

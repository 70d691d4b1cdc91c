/** Orders, feedback and outcomes: plain Java. */
@NullMarked
package org.stoppayment.gateway.domain;

import org.jspecify.annotations.NullMarked;

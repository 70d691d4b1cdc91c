/** Outgoing events: written with the change that caused them, delivered immediately, and again after a crash. */
@NullMarked
package org.stoppayment.kit.outbox;

import org.jspecify.annotations.NullMarked;

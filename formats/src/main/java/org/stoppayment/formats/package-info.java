/** Reads the fields of JSON and YAML, with one form of message, and the registry file of institutions. */
@NullMarked
package org.stoppayment.formats;

import org.jspecify.annotations.NullMarked;

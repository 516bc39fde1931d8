/**
 * Reads what somebody typed into a form, one named field at a time, and remembers it for showing the form again. Start at
 * {@link org.concordat.server.foundation.forms.Form}.
 *
 * <p>Promises: a parameter that nobody asked for by name is never read; text comes out in Unicode's composed form, trimmed,
 * without control characters, and never longer than the field allows; each field has at most one problem, and a field with a
 * problem gives an empty value. What the words mean, and whether they fit together, is left to the area that asked.
 */
@NullMarked
package org.concordat.server.foundation.forms;

import org.jspecify.annotations.NullMarked;

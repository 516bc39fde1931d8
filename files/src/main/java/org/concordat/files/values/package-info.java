/**
 * Brings values that agencies write in many ways to one way of writing, and makes what is impossible or a placeholder
 * missing: names, dates, postcodes, NHS and National Insurance numbers, UPRNs, phones, e-mails, addresses, sexes.
 *
 * <p>Start at {@link org.concordat.files.values.Standardised}, the answer of every standardiser here, and at the class
 * named after the kind of value ({@code Dates}, {@code Postcodes}).
 *
 * <p>Promises: pure functions that never throw, whatever the text; standardising a standardised value gives it back;
 * every change and every value set aside is named by a {@link org.concordat.files.values.Rule}. Nothing is invented: a
 * value that cannot be read is missing.
 *
 * <p>Leaves to others which column holds what ({@code columns}), how likely two values are to mean one person.
 */
@NullMarked
package org.concordat.files.values;

import org.jspecify.annotations.NullMarked;

/**
 * The command {@code profile}: how good files are, column by column, before anybody relies on them. Start at {@link
 * org.concordat.cli.profile.ProfileCommand}.
 *
 * <p>Reads each file once to its end and links nothing. Shows shares and shapes, never a value.
 */
@NullMarked
package org.concordat.cli.profile;

import org.jspecify.annotations.NullMarked;

/**
 * Builds HTML and SVG as a tree, so that escaping cannot be forgotten. Start at {@link
 * org.concordat.pictures.markup.Element}; {@link org.concordat.pictures.markup.Markup} writes the tree as text that is
 * both well-formed XML and valid HTML. Promises: whatever text goes in comes out as that text; scripts, event
 * attributes and addresses other than {@code #…}, {@code http(s):} and {@code mailto:} are refused; the same tree gives
 * the same bytes. Leaves what the elements mean to its callers.
 */
@NullMarked
package org.concordat.pictures.markup;

import org.jspecify.annotations.NullMarked;

package org.concordat.pictures.markup;

/**
 * Words between elements, held as they are meant to be read; {@link Markup} escapes them.
 *
 * @param words any text, also hostile text
 */
public record Text(String words) implements Node {}

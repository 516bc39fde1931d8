package org.concordat.pictures.pages;

/**
 * A figure a reader should remember.
 *
 * @param figure as it is to be read: "12,345", "95.1%"
 * @param meaning what it counts, in a few words: "people found in more than one file"
 */
public record KeyFigure(String figure, String meaning) {}

package org.concordat.pictures.markup;

/** A piece of a page or drawing: an element or the text between elements. */
public sealed interface Node permits Element, Text {}

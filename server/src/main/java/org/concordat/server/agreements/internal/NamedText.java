package org.concordat.server.agreements.internal;

/**
 * A file of the agreement folder.
 *
 * @param name as an export calls it: {@code schedule-SC-1.yaml}
 */
public record NamedText(String name, String text) {}

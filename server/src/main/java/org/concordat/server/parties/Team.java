package org.concordat.server.parties;

/**
 * A service within an organisation: one controller, several hats.
 *
 * @param code never changes
 * @param function what it does, in a sentence
 */
public record Team(String code, String organisation, String name, String function, int version) {}

package org.concordat.server.agreements;

import java.util.UUID;

/**
 * Many organisations asked at once to join one document.
 *
 * @param organisation whose sign-up it is: the party that accepts joiners, or the steward where nobody need accept them
 * @param open whether it goes on; a stopped one lets nobody sign
 * @param brings whether for each joiner a dataset is described like that for which it stands
 */
public record SignUp(UUID id, String document, String organisation, boolean open, boolean brings) {}

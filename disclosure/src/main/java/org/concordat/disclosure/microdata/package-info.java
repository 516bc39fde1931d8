/**
 * Measures how easily the people in an extract of single records can be found again, and makes records coarser until they
 * cannot. Start at {@link org.concordat.disclosure.microdata.Extract}; {@link org.concordat.disclosure.microdata.Risk} says
 * how many stand out, {@link org.concordat.disclosure.microdata.Anonymiser} generalises as little as will do. Input: one row a
 * person, every person who might be looked for, and a list of what an outsider may know of them. Output: classes of at least
 * k rows that are alike in all of that, each with at least l different values of what nobody is to learn. Promises nothing
 * against somebody who knows more than was listed, nor against two extracts about the same people. Sources: Samarati (2001),
 * "Protecting respondents' identities in microdata release"; Machanavajjhala, Kifer, Gehrke and Venkitasubramaniam (2007),
 * "l-diversity: privacy beyond k-anonymity"; El Emam (2013), "Guide to the de-identification of personal health information",
 * for the risks to one known to be in the extract.
 */
@NullMarked
package org.concordat.disclosure.microdata;

import org.jspecify.annotations.NullMarked;

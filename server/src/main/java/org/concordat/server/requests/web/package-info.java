/**
 * The pages of requests: the list, the need in plain words, the request itself, its steps and decision, the four-step test, "Can we
 * share?" and the questions and answers. Start at {@link org.concordat.server.requests.web.RequestPages}.
 *
 * <p>Reads forms, asks the package above and shows what it answers. Every text is a message of {@code requests.properties}, save what
 * people typed and what the decider says in its own words.
 */
@NullMarked
package org.concordat.server.requests.web;

import org.jspecify.annotations.NullMarked;

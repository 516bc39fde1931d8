/**
 * Decisions' pages and interface for systems: asking, lists, the page that explains a decision, questions that wait for an answer,
 * single disclosures and reviews of emergencies. Start at {@code DecisionPages} and {@code DecisionsApi}.
 *
 * <p>Promises to open each door by name and to keep what was typed when something was wrong. Decides nothing itself.
 */
@NullMarked
package org.concordat.server.decisions.web;

import org.jspecify.annotations.NullMarked;

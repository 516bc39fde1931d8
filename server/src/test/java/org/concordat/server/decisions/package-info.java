/**
 * Tests of decisions, and the test vocabulary for them: {@code Town} is the folder of a playbook, {@code DecisionsAtWork} the area on a
 * real database without pages, {@code Officers} the people who act.
 */
@NullMarked
package org.concordat.server.decisions;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of doors and sessions without a server. Start at {@code SessionLimitTest}.
 *
 * <p>Promises that a session ends in time. How sessions begin and end over the wire is tested in {@code AnswersIT}, and which door
 * opens to whom in {@code AccessMatrixIT}.
 */
@NullMarked
package org.concordat.server.foundation.access;

import org.jspecify.annotations.NullMarked;

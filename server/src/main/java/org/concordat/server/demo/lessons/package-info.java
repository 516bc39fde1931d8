/**
 * Lessons: a quarter of an hour of practice for each role, done in the real pages of the made-up town. Start at
 * {@link org.concordat.server.demo.lessons.Attempts}; what the lessons are stands in
 * {@link org.concordat.server.demo.lessons.AllLessons}, what they say in {@code messages/lessons.properties}.
 *
 * <p>Promises that a step is done only when it was done: a deed is found in the audit log, and reading is shown by the answer to a
 * question. Each beginning prepares things of its own, so that a lesson can be taken again and again. None of it exists on a real
 * server but an empty table. Gives nobody a role or a right, and signs nobody in.
 */
@NullMarked
package org.concordat.server.demo.lessons;

import org.jspecify.annotations.NullMarked;

/**
 * The pages of lessons. Start at {@link org.concordat.server.demo.lessons.web.LessonPages}; their templates are in
 * {@code templates/lessons}.
 *
 * <p>They are there on a server for practice alone. The list of lessons and how to sign in for one is open to everybody, since nobody
 * can sign in before they have read it; answers are taken from the lesson's own person, and what was finished is shown to those who
 * answer for others.
 */
@NullMarked
package org.concordat.server.demo.lessons.web;

import org.jspecify.annotations.NullMarked;

/**
 * The command {@code link}: finds the records of one person in one file or several and writes what it found into a new
 * folder. Start at {@link org.concordat.cli.link.LinkCommand} for the options and at {@link
 * org.concordat.cli.link.LinkJob} for the work.
 *
 * <p>The same files, options and seed give the same results whatever the number of threads. What is judged by a column
 * of truth never saw that column.
 */
@NullMarked
package org.concordat.cli.link;

import org.jspecify.annotations.NullMarked;

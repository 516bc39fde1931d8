/**
 * The command {@code agreements}: what an officer does with a folder of agreements before anybody asks for anything: write,
 * check, show, sign, look at the law.
 *
 * <p>Start at {@link org.concordat.cli.agreements.AgreementsCommand}. Every command that needs a folder opens it through {@link
 * org.concordat.cli.agreements.OpenFolder}, so that all read the same files and refuse the same ones.
 *
 * <p>Finds and reads files, makes keys and signature files, and prints; all judgement is the library's. Follows no links,
 * overwrites nothing, and shows no text of a file without taking out what could mislead a terminal.
 */
@NullMarked
package org.concordat.cli.agreements;

import org.jspecify.annotations.NullMarked;

/**
 * The files a command is given: opened, their columns recognised, their rows standardised and gathered into records for
 * linkage. Start at {@link org.concordat.cli.sources.SourceFile}; {@link org.concordat.cli.sources.Gathering} makes
 * records of several.
 *
 * <p>Each file is read once, whatever its size: its first rows are kept until its columns are known. A column that says
 * who is who is held apart ({@link org.concordat.cli.sources.Truth}) and never handed to linkage.
 */
@NullMarked
package org.concordat.cli.sources;

import org.jspecify.annotations.NullMarked;

/**
 * Writes a protocol, agreement or schedule out as the document its parties can hold in their hands: a page and a PDF with
 * numbered clauses. Start at {@link org.concordat.cli.agreements.documents.AgreementDocument}; {@link
 * org.concordat.cli.agreements.documents.RenderCommand} is the command.
 *
 * <p>Promises: every field of the agreement's own file, and of the files that give it meaning, is told; the same folder, law
 * pack and trusted keys give the same bytes, on any day; what the parties signed and how it stands are kept apart. Leaves to
 * {@code pictures} how a page or PDF is made, and to {@code policy} whether the folder holds together.
 */
@NullMarked
package org.concordat.cli.agreements.documents;

import org.jspecify.annotations.NullMarked;

/**
 * What the ledger holds: facts about sharing that name no one, in one spelling. Start at {@link
 * org.concordat.ledger.entries.Entry}; {@link org.concordat.ledger.entries.EntryKind} lists what can be recorded and with
 * which fields.
 *
 * <p>Promises that an entry has only fields of the schema, each of a shape that has no room for a name, address or date of
 * birth, that a code is one of those which registers gave out ({@link org.concordat.ledger.entries.Codes}, brought by whoever
 * makes entries), and that equal entries have equal bytes (RFC 8785, {@link org.concordat.ledger.entries.CanonicalJson}).
 * Whether an opaque number stands for the right person, and is truly random, is for whoever gives numbers out.
 */
@NullMarked
package org.concordat.ledger.entries;

import org.jspecify.annotations.NullMarked;

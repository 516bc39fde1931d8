/**
 * How events and the ledger are kept. Start at {@link org.concordat.server.auditlog.internal.PostgresAuditLog}, which writes an
 * event and the entry that is to stand for it in the transaction of whoever does something; then at
 * {@link org.concordat.server.auditlog.internal.Sequencer}, which puts entries into the ledger, in order and each once.
 *
 * <p>Promises that whatever moment the server or the database stops at, no event lacks its entry and no entry is there twice;
 * that two servers on one database never write at once; and that nothing is signed which contradicts what was signed before.
 * What entries may say is for module {@code ledger}.
 */
@NullMarked
package org.concordat.server.auditlog.internal;

import org.jspecify.annotations.NullMarked;

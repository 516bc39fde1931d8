/**
 * What happened, provable. Start at {@link org.concordat.server.auditlog.AuditLog}, by which every area says what it did, within
 * the transaction in which it did it.
 *
 * <p>Promises that nothing is done without its event, and no event kept of what was not done; that each event has its entry
 * in the ledger, whose checkpoints outsiders keep; and that an organisation reads its own events and an auditor all. Events hold
 * codes and ids, never names and never words that somebody typed.
 */
@ApplicationModule(displayName = "Audit log", allowedDependencies = "foundation")
@NullMarked
package org.concordat.server.auditlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

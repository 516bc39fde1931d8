/**
 * The pages of the audit log and of the ledger. Start at {@link org.concordat.server.auditlog.web.EventsController}, where people
 * look for events, and {@link org.concordat.server.auditlog.web.RecordController}, which shows how the ledger stands to anyone at
 * all.
 *
 * <p>Promises that whoever may not read an event is told the same as if there were none, and that each proof comes with the
 * command that checks it. The rules of who reads what are in the area's {@code internal} package.
 */
@NullMarked
package org.concordat.server.auditlog.web;

import org.jspecify.annotations.NullMarked;

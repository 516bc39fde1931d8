/**
 * The pages of the audit log with a real database and no other area, in a real browser. Start at
 * {@link org.concordat.auditpages.AuditPagesIT}. Whoever asks says in a header who they are, instead of signing in; which door is
 * open to whom is tested with the whole server.
 */
@NullMarked
package org.concordat.auditpages;

import org.jspecify.annotations.NullMarked;

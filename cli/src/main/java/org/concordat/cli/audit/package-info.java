/**
 * The command {@code audit}: what someone can work out who sees released tables, and nothing else. Start at {@link
 * org.concordat.cli.audit.AuditCommand}.
 *
 * <p>Promises that tables which contradict themselves are refused with the sums that do, and that nothing is written before
 * everything is worked out. What it writes narrows down hidden figures: it is for whoever made the tables, not for release.
 */
@NullMarked
package org.concordat.cli.audit;

import org.jspecify.annotations.NullMarked;

/**
 * What the audit log's pages call people and organisations. Start at {@link org.concordat.server.auditlog.names.Names}, which
 * the area that keeps people implements.
 *
 * <p>Promises that names are asked for only when a page is shown, to those who may see it; the audit log keeps none.
 */
@NamedInterface("names")
@NullMarked
package org.concordat.server.auditlog.names;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

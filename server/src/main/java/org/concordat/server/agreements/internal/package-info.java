/**
 * How agreements become the folder that decisions read. Start at {@link org.concordat.server.agreements.internal.FolderTexts}, which
 * writes its files, and {@code AgreedFolder}, which keeps it read.
 *
 * <p>A file that cannot be read takes with it what lies below it and nothing else: that is then not agreed. Signatories' keys
 * are derived from a secret outside the database.
 */
@NullMarked
package org.concordat.server.agreements.internal;

import org.jspecify.annotations.NullMarked;

/**
 * Letters by e-mail that say: something waits for you here. Start at {@link org.concordat.server.foundation.mail.Outbox}.
 *
 * <p>Promises: a letter is written in the transaction of what it tells of, so either both are kept or neither; it is sealed until it
 * is sent, and forgotten then; it is tried again with growing pauses for two days, and an administrator sees what was given up; nothing
 * goes beyond this machine unencrypted; nobody who practises is written to. It carries a first name and a link, and nothing else about
 * anybody. What waits stands on people's first page, whether or not a letter arrives. Which letters there are is for the areas.
 */
@NullMarked
package org.concordat.server.foundation.mail;

import org.jspecify.annotations.NullMarked;

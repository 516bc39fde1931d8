/**
 * The playbooks as somebody at a desk would use them: copied to a folder, signed, and asked through the command line. Start at
 * {@code PlaybooksDeskTest}; that every request has its honest answer is tested in {@code policy}, which is quicker.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.cli.playbooks;

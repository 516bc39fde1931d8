/**
 * The playbooks at the project's root, read and asked as a partnership would. Start at {@code PlaybooksTest}. What a playbook
 * expects stands in its own expected.yaml, so that whoever copies it can compare; signatures are made here, with keys that
 * live as long as the test, because no private key is ever committed.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.policy.playbooks;

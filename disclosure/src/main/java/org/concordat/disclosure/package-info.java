/**
 * Decides what a table or an extract must hide so that nobody's figure can be worked out, and tells what an attacker
 * could still learn. Packages, each leaning only on those named before it: {@code attack} (what can be worked out about
 * unknown whole numbers from sums of them), {@code tables} (cells, dimensions with hierarchies, the sums that tie cells
 * together), {@code primary} (which cells are unsafe by themselves), {@code suppression} (which others must be hidden with
 * them), {@code rounding}, {@code cellkeys}, {@code microdata}, {@code audit} (the gate that
 * refuses a release), {@code linked} (a table beside those that are out). Promises:
 * the same input and seed give the same answer; every hidden cell says why; no figure of a hidden cell stands in a message.
 * Leaves to its callers files, pages, and whether a share is lawful.
 */
@NullMarked
package org.concordat.disclosure;

import org.jspecify.annotations.NullMarked;

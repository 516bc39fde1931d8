package org.concordat.files.tables;

/**
 * What one row of the start of a file looks like under one way of reading it.
 *
 * @param firstLine physical lines above it
 * @param fields how many there are
 * @param filled how many hold anything
 * @param broken whether a quote is out of place
 */
record SampleRow(int firstLine, int fields, int filled, boolean broken) {}

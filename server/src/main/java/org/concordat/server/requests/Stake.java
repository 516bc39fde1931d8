package org.concordat.server.requests;

/**
 * Who would gain and who would bear it.
 *
 * @param who a group, never a person
 */
public record Stake(String who, String gains, String bears) {}

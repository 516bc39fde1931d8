package org.concordat.benchmarks.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * What one made-up agreement and its schedule are about. No two have dataset, recipient and purpose in common.
 *
 * @param number of the agreement, from 0
 * @param purpose its id
 */
record Share(int number, ShareKind kind, String sender, String recipient, String dataset, String purpose) {

    /** Each twentieth agreement shares the one dataset that many want. */
    private static final int HUB_EVERY = 20;

    /** Agreements a town. */
    private static final int TOWN_HAS = 50;

    private static final List<ShareKind> KINDS = List.of(ShareKind.values());

    /** Purposes of a kind. */
    static final int PURPOSES = 4;

    /** How many towns so many agreements belong to: two at least, so that there is someone to share with. */
    static int towns(int agreements) {
        return Math.max(2, agreements / TOWN_HAS);
    }

    /** The shares of that many agreements. */
    static List<Share> of(int agreements) {
        int towns = towns(agreements);
        var shares = new ArrayList<Share>();
        for (int number = 0; number < agreements; number++) {
            shares.add(number % HUB_EVERY == HUB_EVERY - 1 ? hub(number, towns) : ordinary(number, towns));
        }
        return List.copyOf(shares);
    }

    private static Share ordinary(int number, int towns) {
        ShareKind kind = KINDS.get(number % KINDS.size());
        int town = number / TOWN_HAS % towns;
        int nth = number % TOWN_HAS / KINDS.size();
        int other = (town + 1 + nth % (towns - 1)) % towns;
        return new Share(
                number,
                kind,
                kind.sender + "-" + town,
                kind.recipient + "-" + other,
                kind.dataset + "-" + town + "-" + nth / PURPOSES,
                kind.purpose + "-" + nth % PURPOSES);
    }

    private static Share hub(int number, int towns) {
        int nth = number / HUB_EVERY;
        ShareKind kind = ShareKind.FAMILY;
        return new Share(
                number,
                kind,
                kind.sender + "-0",
                kind.recipient + "-" + nth % towns,
                kind.dataset + "-hub",
                kind.purpose + "-" + nth / towns);
    }

    String agreement() {
        return "AG-" + number;
    }

    String schedule() {
        return "SC-" + number;
    }
}

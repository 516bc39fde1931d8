package org.concordat.files.values;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which full name a given name is a form of: {@code tom} gives {@code thomas}, {@code thomas} gives itself.
 *
 * <p>A name that is short for several full names ({@code alex}) is given the one most often borne. The root of a root is
 * itself, so that names never chain into ever larger groups; a full name that is itself borne more often than any name
 * it could be short for ({@code mary}, {@code john}) is its own root. The tables and their licences are described in
 * {@code NOTICE.txt} beside them; where the published table is silent or reads oddly in Britain, our own reviewed
 * choices go first.
 */
public final class Nicknames {

    private static final Map<String, Integer> SHARES = shares();
    private static final Map<String, String> ROOTS = roots();

    private Nicknames() {}

    /** The root of a given name in small plain letters; the name itself where none is known. */
    public static String rootOf(String given) {
        String root = ROOTS.get(given);
        return root == null ? given : root;
    }

    /** Whether a name in small plain letters is known as a given name, full or short. */
    public static boolean isGivenName(String name) {
        return SHARES.containsKey(name) || ROOTS.containsKey(name);
    }

    /** How many in 100,000 bear the given name, 0 for rare and unknown ones (census of the United States, 1990). */
    static int sharePer100000(String name) {
        return SHARES.getOrDefault(name, 0);
    }

    /** Every known name with its root. */
    static Map<String, String> all() {
        return ROOTS;
    }

    private static Map<String, Integer> shares() {
        Map<String, Integer> shares = new HashMap<>();
        for (String[] row : Words.rows("given_name_shares.csv")) {
            shares.put(row[0], Integer.valueOf(row[1]));
        }
        return Collections.unmodifiableMap(shares);
    }

    private static Map<String, String> roots() {
        Map<String, String> chosen = new TreeMap<>();
        for (String[] row : Words.rows("nickname_choices.csv")) {
            chosen.put(row[0], row[1]);
        }
        Map<String, String> best = new TreeMap<>();
        for (String[] row : Words.rows("nicknames.csv")) {
            String full = row[0];
            best.putIfAbsent(full, full);
            best.merge(row[2], full, (a, b) -> moreCommon(row[2], a, b));
        }
        Map<String, String> roots = new HashMap<>();
        for (Map.Entry<String, String> entry : best.entrySet()) {
            roots.put(entry.getKey(), settle(entry.getKey(), best, chosen));
        }
        for (Map.Entry<String, String> entry : chosen.entrySet()) {
            roots.put(entry.getKey(), entry.getValue());
            roots.put(entry.getValue(), chosen.getOrDefault(entry.getValue(), entry.getValue()));
        }
        return Collections.unmodifiableMap(roots);
    }

    /** The better candidate for a name's full form: a name itself only where none is more common. */
    private static String moreCommon(String name, String a, String b) {
        if (a.equals(name)) {
            return sharePer100000(b) > sharePer100000(name) ? b : a;
        }
        int difference = sharePer100000(a) - sharePer100000(b);
        if (difference != 0) {
            return difference > 0 ? a : b;
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    /** Follows a name to one that is its own root; stops at names already met. */
    private static String settle(String name, Map<String, String> best, Map<String, String> chosen) {
        String at = name;
        for (int step = 0; step < 4; step++) {
            String next = chosen.containsKey(at) ? chosen.get(at) : best.getOrDefault(at, at);
            boolean loses =
                    !chosen.containsKey(at) && sharePer100000(next) <= sharePer100000(at) && sharePer100000(at) > 0;
            if (next.equals(at) || loses) {
                return at;
            }
            at = next;
        }
        return at;
    }
}

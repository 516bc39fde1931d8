package org.concordat.benchmarks.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Made-up surnames of the length and letters of British ones (3 to 13 letters, 7 on average), a third of them
 * misspellings of others.
 */
final class Surnames {
    private static final String[] BEGINNINGS = {
        "al", "ash", "bar", "ben", "black", "brad", "bur", "car", "cham", "clay", "col", "crow", "dal", "den", "ed",
                "far",
        "fle", "gib", "gra", "hal", "har", "hen", "hol", "hud", "jack", "john", "ken", "law", "lin", "mar", "mac",
                "mor",
        "new", "nor", "pal", "par", "pe", "ri", "rob", "row", "sha", "sim", "stan", "tay", "thom", "tho", "wal", "wat",
        "whit", "wil", "win", "wood"
    };
    private static final String[] ENDINGS = {
        "by", "d", "den", "er", "erson", "es", "field", "ford", "ham", "hurst", "ing", "ington", "ins", "kin", "kins",
        "ks", "lam", "land", "ley", "low", "lor", "man", "mer", "ner", "nett", "ow", "ris", "rd", "s", "shaw", "son",
        "ston", "t", "ter", "ton", "tt", "well", "wick", "wood", "worth", "y"
    };

    private Surnames() {}

    /** As many different surnames as asked, the same for the same seed. */
    static List<String> different(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<String> names = new LinkedHashSet<>();
        List<String> spelt = new ArrayList<>();
        while (names.size() < count) {
            String name = names.isEmpty() || random.nextInt(3) > 0
                    ? BEGINNINGS[random.nextInt(BEGINNINGS.length)] + ENDINGS[random.nextInt(ENDINGS.length)]
                    : misspelt(spelt.get(random.nextInt(spelt.size())), random);
            if (name.length() >= 3 && name.length() <= 13 && names.add(name)) {
                spelt.add(name);
            }
        }
        return spelt;
    }

    private static String misspelt(String name, SplittableRandom random) {
        StringBuilder misspelt = new StringBuilder(name);
        int at = random.nextInt(name.length() - 1);
        char letter = (char) ('a' + random.nextInt(26));
        switch (random.nextInt(4)) {
            case 0 -> misspelt.setCharAt(at, letter);
            case 1 -> misspelt.deleteCharAt(at);
            case 2 -> misspelt.insert(at, letter);
            default -> misspelt.insert(at, misspelt.charAt(at + 1)).deleteCharAt(at + 2);
        }
        return misspelt.toString();
    }
}

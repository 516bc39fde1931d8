package org.concordat.cli.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Two small files about the same made-up people, the second with slips of the pen; the truth is in the ids. */
final class Town {
    private static final List<String> GIVEN = List.of(
            "Anna", "Bela", "Carla", "Dora", "Emil", "Fritz", "Gerda", "Hanno", "Ida", "Jonas", "Klara", "Ludo", "Mona",
            "Nils", "Olga", "Paula", "Quinn", "Rolf", "Sonja", "Tilda");
    private static final List<String> BEGINNINGS =
            List.of("Ash", "Brad", "Cold", "Dun", "Elm", "Farn", "Green", "Hart", "Kirk", "Lang", "Mill", "North");
    private static final List<String> ENDINGS =
            List.of("by", "combe", "dale", "field", "ford", "ham", "ley", "ton", "wick", "worth");
    private static final List<String> STREETS = List.of("Quay", "Mill", "Church", "Station", "Tide", "Harbour", "Park");

    private final StringBuilder council = new StringBuilder("ref,forename,surname,dob,street,postcode,truth\n");
    private final StringBuilder hospital = new StringBuilder("ref;name;date of birth;address;post code;truth\n");

    Town(int people, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int p = 0; p < people; p++) {
            String given = pick(GIVEN, random);
            String surname = pick(BEGINNINGS, random) + pick(ENDINGS, random);
            int year = 1930 + random.nextInt(80);
            int month = 1 + random.nextInt(12);
            int day = 1 + random.nextInt(28);
            String street = (1 + random.nextInt(90)) + " " + pick(STREETS, random) + " Street";
            String postcode = "TD" + (1 + random.nextInt(9)) + " " + (1 + random.nextInt(9)) + "A"
                    + (char) ('A' + random.nextInt(8));
            council.append(String.format(
                    Locale.ROOT,
                    "c%d,%s,%s,%d-%02d-%02d,%s,%s,%d%n",
                    p,
                    given,
                    surname,
                    year,
                    month,
                    day,
                    street,
                    postcode,
                    p));
            if (random.nextInt(10) < 7) {
                String slipped = random.nextInt(10) == 0 ? surname.replace('e', 'i') + "s" : surname;
                hospital.append(String.format(
                        Locale.ROOT,
                        "h%d;%s %s;%02d/%02d/%d;%s;%s;%d%n",
                        p,
                        given,
                        slipped,
                        day,
                        month,
                        year,
                        street,
                        postcode,
                        p));
            }
        }
    }

    private static <T> T pick(List<T> all, SplittableRandom random) {
        return new ArrayList<>(all).get(random.nextInt(all.size()));
    }

    String council() {
        return council.toString();
    }

    String hospital() {
        return hospital.toString();
    }
}

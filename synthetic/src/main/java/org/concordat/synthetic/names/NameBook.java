package org.concordat.synthetic.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.concordat.synthetic.SyntheticException;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.WeightedChoice;
import org.jspecify.annotations.Nullable;

/**
 * The names of the town: draws given names and surnames as often as the tables say, and knows their other forms.
 *
 * <p>Given names of the British tradition depend on the decade of birth, 1920 to 2020; those of others do not. Reading
 * the tables takes about a tenth of a second; a book is immutable and can be shared.
 */
public final class NameBook {
    private static final int FIRST_DECADE = 1920;
    private static final int LAST_DECADE = 2020;

    private final Map<Tradition, WeightedChoice<Name>> surnames = new EnumMap<>(Tradition.class);
    private final Map<String, WeightedChoice<Name>> givenNames = new HashMap<>();
    private final Map<String, List<String>> petForms = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();

    private NameBook() {}

    /** The book that ships with this library. */
    public static NameBook shipped() {
        NameBook book = new NameBook();
        Map<Tradition, Draft> surnameDrafts = new EnumMap<>(Tradition.class);
        lines("surnames.csv.gz", parts -> {
            Tradition tradition = Tradition.valueOf(parts[0].toUpperCase(Locale.ROOT));
            surnameDrafts
                    .computeIfAbsent(tradition, t -> new Draft())
                    .add(book.name(parts[1]), Double.parseDouble(parts[2]));
        });
        surnameDrafts.forEach((tradition, draft) -> book.surnames.put(tradition, draft.choice()));
        Map<String, Draft> givenDrafts = new LinkedHashMap<>();
        lines(
                "given_names.csv.gz",
                parts -> givenDrafts
                        .computeIfAbsent(parts[0] + ' ' + parts[1] + ' ' + parts[2], k -> new Draft())
                        .add(book.name(parts[3]), Double.parseDouble(parts[4])));
        givenDrafts.forEach((key, draft) -> book.givenNames.put(key, draft.choice()));
        lines("nicknames.txt", parts -> {
            int colon = parts[0].indexOf(':');
            if (colon > 0) {
                book.petForms.put(
                        parts[0].substring(0, colon),
                        List.of(parts[0].substring(colon + 1).strip().split(" ")));
            }
        });
        return book;
    }

    private Name name(String written) {
        List<String> all = List.of(written.split("="));
        if (all.size() > 1) {
            all.forEach(spelling -> spellings.putIfAbsent(spelling, all));
        }
        return new Name(all);
    }

    /** A surname. */
    public Name surname(Tradition tradition, Dice dice) {
        return choice(surnames, tradition).draw(dice);
    }

    /** A given name for somebody born in {@code birthYear}. */
    public Name givenName(Tradition tradition, boolean female, int birthYear, Dice dice) {
        String decade = tradition == Tradition.BRITISH
                ? String.valueOf(Math.clamp(Math.floorDiv(birthYear, 10) * 10L, FIRST_DECADE, LAST_DECADE))
                : "0";
        return choice(givenNames, key(tradition.name().toLowerCase(Locale.ROOT), female, decade))
                .draw(dice);
    }

    /** The English name that somebody of another tradition goes by. */
    public String englishName(boolean female, Dice dice) {
        return choice(givenNames, key("english", female, "0")).draw(dice).first();
    }

    private static String key(String tradition, boolean female, String decade) {
        return tradition + (female ? " F " : " M ") + decade;
    }

    private static <K, V> V choice(Map<K, V> choices, K key) {
        V choice = choices.get(key);
        if (choice == null) {
            throw new IllegalArgumentException("no names for " + key);
        }
        return choice;
    }

    /** A pet form of a given name, commoner ones more often; null where the book knows none. */
    public @Nullable String petForm(String givenName, Dice dice) {
        List<String> forms = petForms.get(givenName);
        if (forms == null) {
            return null;
        }
        return forms.get(Math.min(dice.below(forms.size()), dice.below(forms.size())));
    }

    /** Another current spelling of a name; null where the book knows only this one. */
    public @Nullable String otherSpelling(String name, Dice dice) {
        List<String> all = spellings.get(name);
        if (all == null) {
            return null;
        }
        String other = all.get(dice.below(all.size()));
        return other.equals(name) ? all.get((all.indexOf(name) + 1) % all.size()) : other;
    }

    /** The surnames of a tradition, commonest first. */
    public List<Name> surnames(Tradition tradition) {
        return choice(surnames, tradition).things();
    }

    private static void lines(String resource, Consumer<String[]> each) {
        try (InputStream raw = NameBook.class.getResourceAsStream(resource)) {
            if (raw == null) {
                throw new IOException("missing");
            }
            InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            reader.readLine();
            reader.lines().forEach(line -> each.accept(line.split(",")));
        } catch (IOException | UncheckedIOException cause) {
            throw new SyntheticException(
                    "The name table " + resource + " could not be read. Build the library anew.",
                    "SYNTHETIC-NAMES",
                    cause);
        }
    }

    private static final class Draft {
        private final List<Name> names = new ArrayList<>();
        private double[] weights = new double[64];

        void add(Name name, double weight) {
            if (names.size() == weights.length) {
                weights = Arrays.copyOf(weights, weights.length * 2);
            }
            weights[names.size()] = weight;
            names.add(name);
        }

        WeightedChoice<Name> choice() {
            return new WeightedChoice<>(names, Arrays.copyOf(weights, names.size()));
        }
    }
}

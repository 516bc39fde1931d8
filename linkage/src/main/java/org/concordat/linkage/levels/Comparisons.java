package org.concordat.linkage.levels;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.compare.PackedTexts;
import org.concordat.linkage.compare.Phonetics;
import org.concordat.linkage.compare.PostcodeComparison;
import org.concordat.linkage.compare.TextPool;
import org.concordat.linkage.levels.Comparison.Scope;
import org.concordat.linkage.records.Column;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/**
 * Every comparison that the columns of these records allow, and the rows laid out for them.
 *
 * <p>Columns that hold one value only are left out: they cannot tell two people apart. Where there are more columns than
 * a pattern holds, names, birth, numbers of persons, address, e-mail and telephone come first; {@link #leftOut} names
 * the rest.
 */
public final class Comparisons {
    /** How many comparisons fit a pattern of four bits each, beside eight bits for the kind of pair. */
    public static final int MOST = 14;

    private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final List<Comparison> all = new ArrayList<>();
    private final List<Attribute> leftOut = new ArrayList<>();
    private final Rows rows;

    private final Records records;
    private final Rows.Layout layout = new Rows.Layout();
    private final Map<Attribute, Integer> slots = new HashMap<>();

    private Comparisons(Records records) {
        this.records = records;
        names();
        date();
        equal("sex", Attribute.SEX, Scope.HOUSEHOLD);
        number("NHS number", Attribute.NHS_NUMBER, Scope.PERSON);
        number("National Insurance number", Attribute.NATIONAL_INSURANCE_NUMBER, Scope.PERSON);
        number("person number", Attribute.PERSON_NUMBER, Scope.PERSON);
        postcode();
        street();
        email();
        number("telephone", Attribute.PHONE, Scope.HOUSEHOLD);
        whileThereIsRoom(Attribute.LOCALITY, () -> text("place", Attribute.LOCALITY, Scope.HOUSEHOLD, .92, .8));
        whileThereIsRoom(Attribute.BIRTH_PLACE, () -> text("place of birth", Attribute.BIRTH_PLACE, Scope.PERSON, .9));
        whileThereIsRoom(Attribute.OCCUPATION, () -> text("occupation", Attribute.OCCUPATION, Scope.PERSON, .9));
        whileThereIsRoom(
                Attribute.ADDRESS_REST,
                () -> text("rest of address", Attribute.ADDRESS_REST, Scope.HOUSEHOLD, .9, .75));
        whileThereIsRoom(Attribute.REGION, () -> text("region", Attribute.REGION, Scope.HOUSEHOLD, .9));
        if (all.isEmpty()) {
            throw new LinkageException(
                    "LINK-NOTHING-TO-COMPARE",
                    "No column that says something about a person was recognised, so no two records can be compared."
                            + " Name the columns that hold names, dates of birth or addresses.");
        }
        this.rows = layout.lay(records);
    }

    /** The comparisons that these records allow, at least one. */
    public static Comparisons of(Records records) {
        return new Comparisons(records);
    }

    /** Compares a column that says less than all before it, or leaves it out where a pattern is full. */
    private void whileThereIsRoom(Attribute attribute, Runnable comparison) {
        if (all.size() < MOST) {
            comparison.run();
        } else if (column(attribute) != null) {
            leftOut.add(attribute);
        }
    }

    /**
     * The columns that could be compared but are not, since a pattern holds {@link #MOST} comparisons: those that say
     * least about a person, the most telling first. None for most files.
     */
    public List<Attribute> leftOut() {
        return List.copyOf(leftOut);
    }

    /** In the order in which levels stand in a pattern. */
    public List<Comparison> all() {
        return List.copyOf(all);
    }

    public Rows rows() {
        return rows;
    }

    public Records records() {
        return records;
    }

    private @Nullable Column column(Attribute attribute) {
        Column column = records.column(attribute);
        return column != null && column.distinct() > 1 ? column : null;
    }

    private int slot(Attribute attribute) {
        Column column = column(attribute);
        if (column == null) {
            return -1;
        }
        return slots.computeIfAbsent(attribute, a -> layout.slot(column::code));
    }

    private static TextPool pool(Column column) {
        return TextPool.of(column.values());
    }

    private void names() {
        Column given = column(Attribute.GIVEN_NAME);
        Column surname = column(Attribute.SURNAME);
        Column whole = column(Attribute.NAME_TOKENS);
        NameParts parts = new NameParts();
        int[][] wholeSets = parts.sets(whole);
        NameComparers.Names names = new NameComparers.Names(
                slot(Attribute.GIVEN_NAME),
                slot(Attribute.GIVEN_NAME_ROOT),
                slot(Attribute.SURNAME),
                slot(Attribute.NAME_TOKENS),
                parts.sets(given),
                parts.sets(surname),
                wholeSets);
        if (given != null) {
            TextPool pool = pool(given);
            char[] initials = initials(given);
            add(
                    "given name",
                    given,
                    Scope.PERSON,
                    3,
                    List.of(
                            "the same",
                            "forms of one name",
                            "nearly the same (Jaro-Winkler .92 or more)",
                            "the initial agrees, no more is known",
                            "similar (Jaro-Winkler .8 or more)",
                            "elsewhere in the other's name",
                            "different"),
                    () -> new NameComparers.Given(names, pool, initials));
        }
        if (surname != null) {
            TextPool pool = pool(surname);
            int[] sounds = sounds(surname);
            add(
                    "surname",
                    surname,
                    Scope.HOUSEHOLD,
                    3,
                    List.of(
                            "the same",
                            "nearly the same (Jaro-Winkler .92 or more)",
                            "similar in letters or sound",
                            "elsewhere in the other's name",
                            "different"),
                    () -> new NameComparers.Surname(names, pool, sounds));
        }
        if (whole != null) {
            further(names, whole, given, surname);
        }
        Column middle = column(Attribute.MIDDLE_NAME);
        if (middle != null) {
            int slot = slot(Attribute.MIDDLE_NAME);
            TextPool pool = pool(middle);
            char[] initials = initials(middle);
            add(
                    "middle name",
                    middle,
                    Scope.PERSON,
                    1,
                    List.of("the same", "the initial agrees, no more is known", "similar", "different"),
                    () -> new NameComparers.Middle(slot, pool, initials));
        }
    }

    private void further(NameComparers.Names names, Column whole, @Nullable Column given, @Nullable Column surname) {
        List<int[]> sets = new ArrayList<>();
        sets.add(new int[0]);
        Map<IntBuffer, Integer> known = new HashMap<>();
        int[] codes = new int[records.size()];
        int filled = 0;
        Column middle = column(Attribute.MIDDLE_NAME);
        if (middle != null) {
            // Middle names are compared on their own; counting them here again would count them twice.
            return;
        }
        for (int r = 0; r < codes.length; r++) {
            int g = given == null ? 0 : given.code(r);
            int s = surname == null ? 0 : surname.code(r);
            int[] rest =
                    NameParts.beyond(names.wholeSets()[whole.code(r)], names.givenSets()[g], names.surnameSets()[s]);
            if (rest.length == 0) {
                continue;
            }
            // A buffer equals another when all its numbers do.
            codes[r] = known.computeIfAbsent(IntBuffer.wrap(rest), set -> {
                sets.add(set.array());
                return sets.size() - 1;
            });
            filled++;
        }
        if (filled * 50L < records.size()) {
            return;
        }
        int slot = layout.slot(r -> codes[r]);
        int[][] all = sets.toArray(int[][]::new);
        this.all.add(new Comparison(
                "further names",
                Attribute.NAME_TOKENS,
                List.of("two or more parts shared", "one part shared", "none shared"),
                Scope.PERSON,
                null,
                -1,
                0,
                () -> new NameComparers.Further(slot, all)));
    }

    private static char[] initials(Column column) {
        char[] initials = new char[column.distinct() + 1];
        for (int code = 1; code < initials.length; code++) {
            initials[code] = column.value(code).charAt(0);
        }
        return initials;
    }

    private static int[] sounds(Column column) {
        Map<String, Integer> known = new HashMap<>();
        int[] sounds = new int[column.distinct() + 1];
        for (int code = 1; code < sounds.length; code++) {
            String sound = Phonetics.DOUBLE_METAPHONE.code(column.value(code));
            sounds[code] = sound == null ? 0 : known.computeIfAbsent(sound, k -> known.size() + 1);
        }
        return sounds;
    }

    private void date() {
        Column dates = column(Attribute.DATE_OF_BIRTH);
        if (dates == null) {
            return;
        }
        int[] numbers = new int[dates.distinct() + 1];
        for (int code = 1; code < numbers.length; code++) {
            numbers[code] = number(dates.value(code));
        }
        int slot = layout.slot(r -> numbers[dates.code(r)]);
        add("date of birth", dates, Scope.PERSON, 1, DateLevels.NAMES, () -> new Comparers.Date(slot));
    }

    private static int number(String isoDate) {
        if (!ISO_DATE.matcher(isoDate).matches()) {
            // The date itself is left out of the message: it is somebody's.
            throw new IllegalArgumentException(
                    "date of birth: expected yyyy-MM-dd, given one of length " + isoDate.length());
        }
        return Integer.parseInt(isoDate, 0, 4, 10) * 10000
                + Integer.parseInt(isoDate, 5, 7, 10) * 100
                + Integer.parseInt(isoDate, 8, 10, 10);
    }

    private void equal(String name, Attribute attribute, Scope scope) {
        Column column = column(attribute);
        if (column != null) {
            int slot = slot(attribute);
            add(name, column, scope, 1, List.of("the same", "different"), () -> new Comparers.Equal(slot));
        }
    }

    private void number(String name, Attribute attribute, Scope scope) {
        Column column = column(attribute);
        if (column != null) {
            int slot = slot(attribute);
            PackedTexts packed = PackedTexts.of(column.values());
            add(
                    name,
                    column,
                    scope,
                    1,
                    List.of("the same", "one typing error apart", "different"),
                    () -> new Comparers.PersonNumber(slot, column, packed));
        }
    }

    private void text(String name, Attribute attribute, Scope scope, double... thresholds) {
        Column column = column(attribute);
        if (column == null) {
            return;
        }
        int slot = slot(attribute);
        TextPool pool = pool(column);
        List<String> levels = new ArrayList<>(List.of("the same"));
        for (double threshold : thresholds) {
            levels.add("similar (Jaro-Winkler " + String.valueOf(threshold).substring(1) + " or more)");
        }
        levels.add("different");
        // Equal and nearly equal values; without a threshold the second level is difference.
        int similarLevels = Math.min(2, levels.size() - 1);
        add(name, column, scope, similarLevels, levels, () -> new Comparers.Text(slot, pool, thresholds));
    }

    private void postcode() {
        Column column = column(Attribute.POSTCODE);
        if (column == null) {
            return;
        }
        int slot = slot(Attribute.POSTCODE);
        long[] packed = new long[column.distinct() + 1];
        for (int code = 1; code < packed.length; code++) {
            packed[code] = PostcodeComparison.pack(column.value(code));
        }
        add(
                "postcode",
                column,
                Scope.HOUSEHOLD,
                1,
                Comparers.Postcode.LEVELS,
                () -> new Comparers.Postcode(slot, packed));
    }

    private void street() {
        Column uprn = column(Attribute.UPRN);
        if (uprn != null) {
            equal("property reference", Attribute.UPRN, Scope.HOUSEHOLD);
        }
        text("street number", Attribute.STREET_NUMBER, Scope.HOUSEHOLD);
        text("street", Attribute.STREET, Scope.HOUSEHOLD, .9, .75);
    }

    private void email() {
        Column column = column(Attribute.EMAIL);
        if (column == null) {
            return;
        }
        int slot = slot(Attribute.EMAIL);
        TextPool pool = pool(column);
        add(
                "e-mail",
                column,
                Scope.HOUSEHOLD,
                1,
                Comparers.Email.LEVELS,
                () -> new Comparers.Email(slot, column, pool));
    }

    private void add(
            String name,
            Column column,
            Scope scope,
            int similarLevels,
            List<String> levels,
            java.util.function.Supplier<Comparer> comparers) {
        int termSlot = slot(column.attribute());
        all.add(new Comparison(name, column.attribute(), levels, scope, column, termSlot, similarLevels, comparers));
    }
}

package org.concordat.files.columns;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.files.columns.ColumnHabits.DateHabits;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what each column of a file holds.
 *
 * <p>The name decides first, by a table of synonyms ({@code synonyms.csv} beside this class). Values then contradict a
 * name that promises what they are not, and speak for a badly named column only where their format proves itself.
 */
public final class ColumnRecogniser {

    private static final int ENOUGH_VALUES = 20;
    private static final double PROOF = 0.95;
    /** A name surer than this is a usual one; others only hold a usual one. */
    private static final double USUAL_NAME = 0.95;

    private static final double CONTRADICTION = 0.2;
    /** Of an id column: no value stands twice, and none is missing. */
    private static final int BEST_RANK = 3;

    private ColumnRecogniser() {}

    /**
     * Recognises the columns of one file.
     *
     * @param columnNames the header
     * @param sample rows of values as written, {@code null} where empty; some thousands are plenty, none will do
     */
    public static ColumnMapping recognise(List<String> columnNames, List<@Nullable String[]> sample) {
        List<RecognisedColumn> columns = new ArrayList<>();
        for (int i = 0; i < columnNames.size(); i++) {
            ColumnHabits habits = new HabitsOfValues(sample, i).find();
            columns.add(contradicted(byName(i, columnNames.get(i), habits)));
        }
        nameBesideOther(columns);
        birthdayBesideYear(columns);
        byContent(columns);
        keepOneOfEach(columns);
        oneRowId(columns);
        rowIdByContent(columns);
        addNotes(columns);
        return new ColumnMapping(columns);
    }

    private static RecognisedColumn byName(int index, String name, ColumnHabits habits) {
        ColumnNames.Match match = ColumnNames.match(name);
        if (match == null) {
            return unrecognised(index, name, habits, 0, "Neither its name nor its values say what it holds.");
        }
        Meaning meaning = match.meaning();
        if (meaning == null) {
            String why = "Its name says that it groups or describes rows, which is nothing to know a person by.";
            return unrecognised(index, name, habits, match.confidence(), why);
        }
        String why = match.confidence() > USUAL_NAME
                ? "Its name is a usual one for this (" + meaning.words() + ")."
                : "Its name holds a usual one for this (" + meaning.words() + ").";
        return new RecognisedColumn(
                index, name, meaning, RecognisedBy.NAME, match.confidence(), why, List.of(), habits);
    }

    private static RecognisedColumn unrecognised(
            int index, String name, ColumnHabits habits, double confidence, String why) {
        return new RecognisedColumn(
                index, name, Meaning.UNRECOGNISED, RecognisedBy.NOTHING, confidence, why, List.of(), habits);
    }

    /** Takes a meaning away where the values plainly are something else. */
    private static RecognisedColumn contradicted(RecognisedColumn column) {
        ColumnHabits habits = column.habits();
        if (habits.filled() < ENOUGH_VALUES) {
            return contradictedByFew(column);
        }
        DateHabits dates = habits.dates();
        boolean wrong = switch (column.meaning()) {
            case DATE_OF_BIRTH -> dates == null;
            case GIVEN_NAME, SURNAME, FULL_NAME, FORMER_NAME, LOCALITY, BIRTH_PLACE, OCCUPATION, STREET, ADDRESS ->
                habits.letters() < CONTRADICTION;
            case SEX -> habits.sexes() < 0.5;
            case EMAIL -> habits.emails() < CONTRADICTION;
            case NHS_NUMBER, UPRN, PHONE, BIRTH_YEAR, BIRTH_DAY -> habits.letters() > 1 - CONTRADICTION;
            case POSTCODE -> habits.letters() > 0.95 && habits.britishPostcodes() < CONTRADICTION;
            default -> false;
        };
        return wrong ? notWhatItPromises(column) : column;
    }

    /** A few values contradict only a name that is not a usual one, and only where none of them could be meant. */
    private static RecognisedColumn contradictedByFew(RecognisedColumn column) {
        boolean number = switch (column.meaning()) {
            case NHS_NUMBER, UPRN, PHONE -> true;
            default -> false;
        };
        boolean wrong = number
                && column.confidence() <= USUAL_NAME
                && column.habits().filled() > 0
                && column.habits().letters() == 1;
        return wrong ? notWhatItPromises(column) : column;
    }

    private static RecognisedColumn notWhatItPromises(RecognisedColumn column) {
        String why = String.format(
                Locale.ROOT,
                "Its name promises a %s, but its values are something else.",
                column.meaning().words());
        return column.as(Meaning.UNRECOGNISED, RecognisedBy.NOTHING, 0.7, why);
    }

    /** Beside a surname column, a column called {@code name} holds given names; beside a given name's, surnames. */
    private static void nameBesideOther(List<RecognisedColumn> columns) {
        Set<Meaning> present = meanings(columns);
        if (present.contains(Meaning.SURNAME) == present.contains(Meaning.GIVEN_NAME)) {
            return;
        }
        Meaning lacking = present.contains(Meaning.SURNAME) ? Meaning.GIVEN_NAME : Meaning.SURNAME;
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            boolean oneWord = column.habits().filled() == 0 || column.habits().severalWords() < 0.5;
            if (column.meaning() == Meaning.FULL_NAME
                    && oneWord
                    && ColumnNames.joined(column.name()).equals("name")) {
                String why = "Beside the other name column, one of this name holds the " + lacking.words() + ".";
                columns.set(i, column.as(lacking, RecognisedBy.NAME, 0.85, why));
                return;
            }
        }
    }

    /** Beside the year and month of birth, a column {@code birth_day} holds a day of the month. */
    private static void birthdayBesideYear(List<RecognisedColumn> columns) {
        if (!meanings(columns).containsAll(Set.of(Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH))) {
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            if (ColumnNames.joined(column.name()).equals("birthday")) {
                String why = "Beside the year and month of birth, it holds the day of the month.";
                columns.set(i, column.as(Meaning.BIRTH_DAY, RecognisedBy.NAME, 0.9, why));
            }
        }
    }

    /** Recognises badly named columns whose values prove themselves. */
    private static void byContent(List<RecognisedColumn> columns) {
        Set<Meaning> present = meanings(columns);
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            boolean open = column.meaning() == Meaning.UNRECOGNISED && column.confidence() < 0.9;
            if (!open || column.habits().filled() < ENOUGH_VALUES) {
                continue;
            }
            Meaning proved = proved(column, present);
            if (proved != null) {
                String why =
                        "Its name says little, but nearly all of its values have the form of a " + proved.words() + ".";
                columns.set(i, column.as(proved, RecognisedBy.CONTENT, 0.85, why));
                present.add(proved);
            }
        }
    }

    private static @Nullable Meaning proved(RecognisedColumn column, Set<Meaning> present) {
        ColumnHabits habits = column.habits();
        Meaning meaning = null;
        if (habits.nhsNumbers() >= PROOF) {
            meaning = Meaning.NHS_NUMBER;
        } else if (habits.nationalInsuranceNumbers() >= PROOF) {
            meaning = Meaning.NATIONAL_INSURANCE_NUMBER;
        } else if (habits.emails() >= PROOF) {
            meaning = Meaning.EMAIL;
        } else if (habits.britishPostcodes() >= PROOF && ColumnNames.saysNothing(column.name())) {
            meaning = Meaning.POSTCODE;
        } else if (looksLikeBirthDates(habits.dates()) && ColumnNames.saysNothing(column.name())) {
            meaning = Meaning.DATE_OF_BIRTH;
        }
        boolean numberedDay = meaning == Meaning.DATE_OF_BIRTH && habits.integers() > 0.5 && habits.letters() == 0;
        return meaning == null || present.contains(meaning) || numberedDay ? null : meaning;
    }

    private static boolean looksLikeBirthDates(@Nullable DateHabits dates) {
        return dates != null && dates.share() >= PROOF && dates.yearsSpanned() >= 40;
    }

    /** Of two columns for one thing, keeps the surer, then the fuller, then the first. */
    private static void keepOneOfEach(List<RecognisedColumn> columns) {
        for (Meaning meaning : Meaning.values()) {
            if (meaning.isRepeatable() || meaning == Meaning.ROW_ID) {
                continue;
            }
            RecognisedColumn best = null;
            for (RecognisedColumn column : columns) {
                if (column.meaning() == meaning && (best == null || isBetter(column, best))) {
                    best = column;
                }
            }
            for (int i = 0; i < columns.size(); i++) {
                RecognisedColumn column = columns.get(i);
                if (best != null && column.meaning() == meaning && column.index() != best.index()) {
                    String why = "The column \"" + best.name() + "\" already gives the " + meaning.words() + ".";
                    columns.set(i, column.as(Meaning.UNRECOGNISED, RecognisedBy.NOTHING, 0.9, why));
                }
            }
        }
    }

    private static boolean isBetter(RecognisedColumn a, RecognisedColumn b) {
        if (a.confidence() != b.confidence()) {
            return a.confidence() > b.confidence();
        }
        return a.habits().filled() > b.habits().filled();
    }

    /** Of several columns that could name the rows, keeps the first in which no value stands twice. */
    private static void oneRowId(List<RecognisedColumn> columns) {
        RecognisedColumn best = null;
        for (RecognisedColumn column : columns) {
            if (column.meaning() == Meaning.ROW_ID && (best == null || (rank(column.habits()) > rank(best.habits())))) {
                best = column;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            if (best != null && column.meaning() == Meaning.ROW_ID && column.index() != best.index()) {
                String why = "The column \"" + best.name() + "\" already names the rows.";
                columns.set(i, column.as(Meaning.UNRECOGNISED, RecognisedBy.NOTHING, 0.9, why));
            }
        }
    }

    /**
     * Where no name is a usual one for ids, takes the first column whose name ends like one ({@code visit ref}) and whose
     * values name each row once.
     */
    private static void rowIdByContent(List<RecognisedColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            if (column.meaning() == Meaning.ROW_ID) {
                return;
            }
        }
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            boolean open = column.meaning() == Meaning.UNRECOGNISED && !ColumnNames.isOfAGroup(column.name());
            // Of one row alone nobody can say that its values name rows.
            boolean several = column.habits().filled() > 1;
            if (open && several && rank(column.habits()) == BEST_RANK && ColumnNames.endsLikeAnId(column.name())) {
                String why = "Its name ends like an id's, and no two rows share a value.";
                columns.set(i, column.as(Meaning.ROW_ID, RecognisedBy.CONTENT, 0.8, why));
                return;
            }
        }
    }

    private static int rank(ColumnHabits habits) {
        return (habits.isUnique() ? 2 : 0) + (habits.filled() == habits.rows() ? 1 : 0);
    }

    private static void addNotes(List<RecognisedColumn> columns) {
        for (int i = 0; i < columns.size(); i++) {
            RecognisedColumn column = columns.get(i);
            if (column.meaning() == Meaning.UNRECOGNISED) {
                continue;
            }
            ColumnHabits habits = column.habits();
            if (habits.isConstant()) {
                column = column.noting("Every value is the same, so it tells nobody apart.");
            }
            if (habits.rows() > 0 && habits.filled() == 0) {
                column = column.noting("It is empty in every row looked at.");
            }
            if (column.meaning() == Meaning.FULL_NAME && habits.surnameFirst()) {
                column = column.noting("Surnames stand first.");
            }
            if (column.meaning() == Meaning.ROW_ID && habits.filled() > 0 && !habits.isUnique()) {
                column = column.noting("Some rows share an id, so it cannot name rows on its own.");
            }
            DateHabits dates = habits.dates();
            if (column.meaning() == Meaning.DATE_OF_BIRTH && dates != null) {
                column = column.noting("Dates are read as " + dates.order().words() + ".");
                if (dates.eitherOrder()) {
                    column = column.noting("Day first and month first fit equally well; day first is assumed.");
                }
                if (dates.yearOnly()) {
                    column = column.noting(
                            "Many dates are 1 January, which seems to stand for \"only the year is known\".");
                }
            }
            columns.set(i, column);
        }
    }

    private static Set<Meaning> meanings(List<RecognisedColumn> columns) {
        Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        for (RecognisedColumn column : columns) {
            meanings.add(column.meaning());
        }
        return meanings;
    }
}

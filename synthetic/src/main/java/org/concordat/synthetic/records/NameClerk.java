package org.concordat.synthetic.records;

import java.util.Locale;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.names.Tradition;
import org.concordat.synthetic.people.Person;
import org.jspecify.annotations.Nullable;

/** Writes a person's name: the true one as of some day, a form they go by, or something that only sounds like it. */
final class NameClerk {
    /** Share of people with a pet form who go by it; assumption. */
    private static final double GOES_BY_PET_FORM = .45;
    /** Share of people who go by their second name; assumption. */
    private static final double GOES_BY_SECOND_NAME = .03;
    /** Share of people whose documents misspell a name, a mistake that half the agencies copy; assumption. */
    private static final double WRONG_PAPERS = .012;

    private static final int OLDEST_SURNAME_DAYS = 2920;

    private final NameBook book;
    private final long seed;

    NameClerk(NameBook book, long seed) {
        this.book = book;
        this.seed = seed;
    }

    Names write(Person person, int day, Scribe scribe) {
        Dice habits = Dice.of(seed, 60, person.number(), 0);
        Dice dice = scribe.dice();
        boolean wrongPapers = habits.chance(WRONG_PAPERS) && dice.chance(.5);
        boolean givenWrong = habits.chance(.5);
        Dice papers = Dice.of(seed, 62, person.number(), 0);
        String given = given(person, habits, scribe);
        if (wrongPapers && givenWrong) {
            given = Slips.heard(given, papers);
        }
        if (scribe.errs(Mistake.GIVEN_MISHEARD)) {
            given = Slips.heard(given, dice);
        }
        if (scribe.errs(Mistake.GIVEN_TYPED_WRONG)) {
            given = Slips.typed(given, dice);
        }
        if (scribe.errs(Mistake.GIVEN_INITIAL_ONLY)) {
            given = given.substring(0, 1);
        }
        String surname = surname(person, day, scribe);
        if (wrongPapers && !givenWrong) {
            surname = Slips.heard(surname, papers);
        }
        if (scribe.errs(Mistake.SURNAME_MISHEARD)) {
            surname = Slips.heard(surname, dice);
        }
        if (scribe.errs(Mistake.SURNAME_TYPED_WRONG)) {
            surname = Slips.typed(surname, dice);
        }
        String second = second(person, scribe);
        if (swapped(person.tradition(), scribe)) {
            String kept = given;
            given = surname;
            surname = kept;
        }
        if (scribe.errs(Mistake.GIVEN_MISSING)) {
            given = "";
            second = "";
        }
        return new Names(given, second, scribe.errs(Mistake.SURNAME_MISSING) ? "" : surname);
    }

    private String given(Person person, Dice habits, Scribe scribe) {
        Dice dice = scribe.dice();
        String given = person.givenName();
        String second = person.secondName();
        String goesBy = person.tradition() == Tradition.CHINESE && habits.chance(.5)
                ? book.englishName(person.female(), habits)
                : habits.chance(GOES_BY_PET_FORM) ? book.petForm(given, habits) : null;
        if (goesBy != null && scribe.errs(Mistake.GIVEN_PET_FORM)) {
            return goesBy;
        }
        if (second != null && habits.chance(GOES_BY_SECOND_NAME) && scribe.errs(Mistake.GIVEN_IS_SECOND_NAME)) {
            return second;
        }
        if (person.tradition() == Tradition.MUSLIM
                && second != null
                && given.startsWith("M")
                && book.otherSpelling(given, dice) != null
                && dice.chance(.3)) {
            // Mohammed is often a title before the name that a man goes by.
            return second;
        }
        return otherwise(given, scribe);
    }

    private String otherwise(String name, Scribe scribe) {
        if (scribe.errs(Mistake.NAME_SPELT_OTHERWISE)) {
            String other = book.otherSpelling(name, scribe.dice());
            if (other != null) {
                return other;
            }
            int space = name.indexOf(' ');
            if (space > 0) {
                return scribe.dice().chance(.5)
                        ? name.substring(0, space)
                        : name.substring(0, space) + name.substring(space + 1).toLowerCase(Locale.ROOT);
            }
        }
        return name;
    }

    private String surname(Person person, int day, Scribe scribe) {
        Dice dice = scribe.dice();
        int asOf = scribe.errs(Mistake.SURNAME_NOT_UPDATED) ? day - dice.below(OLDEST_SURNAME_DAYS) : day;
        String surname = otherwise(person.surname(asOf), scribe);
        int hyphen = Math.max(surname.indexOf('-'), surname.indexOf(' '));
        if (hyphen > 0 && surname.length() > 7 && scribe.errs(Mistake.SURNAME_HALF)) {
            surname = dice.chance(.65) ? surname.substring(hyphen + 1) : surname.substring(0, hyphen);
        }
        return surname;
    }

    private static String second(Person person, Scribe scribe) {
        @Nullable String second = person.secondName();
        if (second == null || scribe.errs(Mistake.SECOND_NAME_MISSING)) {
            return "";
        }
        return scribe.errs(Mistake.SECOND_NAME_INITIAL_ONLY) ? second.substring(0, 1) : second;
    }

    private static boolean swapped(Tradition tradition, Scribe scribe) {
        boolean likely = switch (tradition) {
            case MUSLIM, CHINESE, ARABIC, SIKH -> true;
            case BRITISH, HINDU, POLISH, ROMANIAN, AFRICAN, IBERIAN -> false;
        };
        boolean swapped = scribe.errs(Mistake.NAMES_SWAPPED);
        for (int i = 0; likely && i < 3; i++) {
            swapped |= scribe.errs(Mistake.NAMES_SWAPPED);
        }
        return swapped;
    }
}

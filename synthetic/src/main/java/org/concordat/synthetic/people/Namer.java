package org.concordat.synthetic.people;

import java.time.LocalDate;
import java.util.List;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.names.Name;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.names.Tradition;
import org.jspecify.annotations.Nullable;

/** Gives people their true names, as their tradition, age and family have it. */
final class Namer {
    private final NameBook book;

    Namer(NameBook book) {
        this.book = book;
    }

    /** The surname that a family hands on. */
    String familyName(Tradition tradition, Dice dice) {
        String name = spelling(book.surname(tradition, dice), dice);
        return switch (tradition) {
            case BRITISH -> dice.chance(.012) ? name + '-' + spelling(book.surname(tradition, dice), dice) : name;
            case IBERIAN -> dice.chance(.5) ? name + ' ' + spelling(book.surname(tradition, dice), dice) : name;
            case MUSLIM, HINDU, SIKH, POLISH, ROMANIAN, CHINESE, ARABIC, AFRICAN -> name;
        };
    }

    /** The surname of one person of a family. */
    String surname(Tradition tradition, String family, boolean female, Dice dice) {
        return switch (tradition) {
            case MUSLIM -> {
                if (female && dice.chance(.35)) {
                    yield dice.oneOf(new String[] {"Begum", "Bibi", "Khatun", "Akhtar", "Parveen", "Kauser"});
                }
                yield female || dice.chance(.8) ? family : spelling(book.surname(tradition, dice), dice);
            }
            case SIKH -> "Singh".equals(family) || "Kaur".equals(family) ? female ? "Kaur" : "Singh" : family;
            case POLISH -> female && family.endsWith("ski") ? family.substring(0, family.length() - 1) + 'a' : family;
            case BRITISH, HINDU, ROMANIAN, CHINESE, ARABIC, AFRICAN, IBERIAN -> family;
        };
    }

    /** A first given name, often as documents spell it first. */
    String givenName(Tradition tradition, boolean female, int birthDay, Dice dice) {
        int year = LocalDate.ofEpochDay(birthDay).getYear();
        String name = spelling(book.givenName(tradition, female, year, dice), dice);
        if (tradition == Tradition.CHINESE && dice.chance(.85)) {
            String second = spelling(book.givenName(tradition, female, year, dice), dice);
            return dice.chance(.5) ? name + ' ' + second : name + second.toLowerCase(java.util.Locale.ROOT);
        }
        return name;
    }

    /** A second given name; null where there is none. */
    @Nullable String secondName(Tradition tradition, boolean female, int birthDay, @Nullable String parent, Dice dice) {
        if (parent != null && dice.chance(VitalRates.SECOND_NAME_AFTER_PARENT)) {
            return parent;
        }
        int year = LocalDate.ofEpochDay(birthDay).getYear();
        return switch (tradition) {
            case BRITISH, AFRICAN ->
                dice.chance(VitalRates.HAS_SECOND_NAME)
                        // Second names follow the fashion of the generation before.
                        ? book.givenName(tradition, female, year - 25, dice).first()
                        : null;
            case SIKH -> dice.chance(.8) ? female ? "Kaur" : "Singh" : null;
            case MUSLIM, ARABIC ->
                dice.chance(.4)
                        ? spelling(book.givenName(tradition, female && dice.chance(.7), year, dice), dice)
                        : null;
            case POLISH, ROMANIAN, IBERIAN ->
                dice.chance(.6) ? book.givenName(tradition, female, year, dice).first() : null;
            case CHINESE -> dice.chance(.35) ? book.englishName(female, dice) : null;
            case HINDU ->
                dice.chance(.4) ? book.givenName(tradition, false, year, dice).first() : null;
        };
    }

    private static String spelling(Name name, Dice dice) {
        List<String> all = name.spellings();
        return all.size() == 1 || dice.chance(.6) ? all.getFirst() : all.get(dice.below(all.size()));
    }

    /** A household's tradition, as often as the town has it. */
    static Tradition tradition(Dice dice) {
        double left = dice.fraction();
        for (Tradition tradition : Tradition.values()) {
            left -= tradition.share();
            if (left < 0) {
                return tradition;
            }
        }
        return Tradition.BRITISH;
    }
}

package org.concordat.synthetic.records;

import java.time.LocalDate;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.people.Person;
import org.concordat.synthetic.people.Population;

/** Writes down one row about one person, with the mistakes that its agency's clerks make. */
public final class Clerk {
    private static final int OLDEST_ADDRESS_DAYS = 1460;

    private final Population population;
    private final MistakeRates rates;
    private final Coverage coverage;
    private final NameClerk names;
    private final Numbers numbers;
    private final long seed;

    /** A clerk of all agencies of a town. */
    public Clerk(Population population, NameBook book, MistakeRates rates, Coverage coverage, long seed) {
        this.population = population;
        this.rates = rates;
        this.coverage = coverage;
        this.names = new NameClerk(book, seed);
        this.numbers = new Numbers(population.people().size(), seed);
        this.seed = seed;
    }

    /** The row of a number (from 0) that {@link Coverage} foresees for an agency and person. */
    public Entry entry(Agency agency, Person person, int row) {
        int[] days = coverage.days(agency, person);
        // A row copied from the one before repeats what was written then, however wrong.
        int written = row;
        while (written > 0
                && Dice.of(seed, 80 + agency.number(), person.number(), 1000L + written)
                        .chance(rates.rate(agency, Mistake.ROW_COPIED))) {
            written--;
        }
        Dice dice = Dice.of(seed, 90 + agency.number(), person.number(), written);
        double draw = dice.fraction();
        double carelessness = draw < .7 ? .4 : draw < .92 ? 1.4 : 5.15;
        Scribe scribe = new Scribe(agency, rates, dice, carelessness);
        int day = days[written];
        Names name = names.write(person, day, scribe);
        Home home = home(person, day, scribe);
        return new Entry(
                agency,
                person.number(),
                row,
                days[row],
                person.household(days[row]),
                name.given(),
                name.second(),
                name.surname(),
                birthDate(person, scribe),
                sex(person, scribe),
                home.flat,
                home.building,
                home.number,
                home.street,
                home.locality,
                home.postcode,
                home.uprn,
                phone(person, day, scribe),
                email(person, day, scribe),
                nhsNumber(person, day, scribe),
                nationalInsuranceNumber(person, day, scribe),
                person.address(day) == Person.NO_ABODE);
    }

    /** The numbers that people of this town are known by. */
    public Numbers numbers() {
        return numbers;
    }

    private static String sex(Person person, Scribe scribe) {
        if (scribe.errs(Mistake.SEX_MISSING)) {
            return "";
        }
        return person.female() != scribe.errs(Mistake.SEX_WRONG) ? "f" : "m";
    }

    private String birthDate(Person person, Scribe scribe) {
        if (scribe.errs(Mistake.BIRTH_MISSING)) {
            return "";
        }
        Dice dice = scribe.dice();
        LocalDate born = LocalDate.ofEpochDay(person.birthDay());
        // One person in 250 has papers with another date, which some agencies copied.
        Dice papers = Dice.of(seed, 61, person.number(), 0);
        if (papers.chance(.004) && dice.chance(.5)) {
            born = born.withDayOfMonth(1 + papers.below(28));
        }
        if (scribe.errs(Mistake.BIRTH_FIRST_OF_JANUARY)) {
            return LocalDate.of(born.getYear() + dice.between(-1, 1), 1, 1).toString();
        }
        if (scribe.errs(Mistake.BIRTH_DAY_AND_MONTH_SWAPPED) && born.getDayOfMonth() <= 12) {
            born = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
        }
        if (scribe.errs(Mistake.BIRTH_YEAR_WRONG)) {
            int off = dice.chance(.75) ? dice.between(1, 2) : 10;
            born = born.plusYears(dice.chance(.5) ? off : -off);
        }
        if (scribe.errs(Mistake.BIRTH_DIGIT_WRONG)) {
            born = otherDigit(born, dice);
        }
        return born.toString();
    }

    private static LocalDate otherDigit(LocalDate born, Dice dice) {
        double part = dice.fraction();
        if (part < .5) {
            int day = born.getDayOfMonth();
            int other = dice.chance(.6) ? day / 10 * 10 + dice.below(10) : dice.below(3) * 10 + day % 10;
            return born.withDayOfMonth(Math.clamp(other == day ? day + 1 : other, 1, 28));
        }
        if (part < .75) {
            return born.withDayOfMonth(Math.min(28, born.getDayOfMonth())).withMonth(dice.between(1, 12));
        }
        int year = born.getYear();
        int other = dice.chance(.7) ? year / 10 * 10 + dice.below(10) : year + (dice.chance(.5) ? 10 : -10);
        return born.withDayOfMonth(Math.min(28, born.getDayOfMonth())).withYear(other);
    }

    private Home home(Person person, int day, Scribe scribe) {
        Home home = new Home();
        Dice dice = scribe.dice();
        int asOf = scribe.errs(Mistake.ADDRESS_NOT_UPDATED) ? day - dice.below(OLDEST_ADDRESS_DAYS) : day;
        int address = person.address(Math.max(asOf, person.birthDay()));
        address = address == Person.AWAY ? person.address(day) : address;
        if (scribe.errs(Mistake.ADDRESS_OF_FAMILY) && person.mother() >= 0) {
            int family = population.people().get(person.mother()).address(day);
            address = family >= 0 ? family : address;
        }
        if (scribe.errs(Mistake.ADDRESS_OF_NEIGHBOUR) && address >= 0) {
            address = population.places().neighbour(address, dice);
        }
        if (address < 0 || scribe.errs(Mistake.ADDRESS_MISSING)) {
            return home;
        }
        home.fill(population.places().address(address));
        if (scribe.errs(Mistake.NUMBER_MISSING)) {
            home.number = "";
            home.flat = "";
        }
        if (scribe.errs(Mistake.STREET_TYPED_WRONG)) {
            home.street = Slips.typed(home.street, dice);
        }
        if (scribe.errs(Mistake.POSTCODE_TYPED_WRONG)) {
            home.postcode = postcodeSlip(home.postcode, dice);
        }
        if (scribe.errs(Mistake.POSTCODE_MISSING)) {
            home.postcode = "";
        }
        if (scribe.errs(Mistake.LOCALITY_IS_TOWN)) {
            home.locality = "Tideford";
        }
        return home;
    }

    /** Most slips keep a postcode's shape, since systems check that. */
    private static String postcodeSlip(String postcode, Dice dice) {
        if (dice.chance(.4)) {
            return "TE" + Slips.digits(postcode.substring(2, postcode.length() - 2), dice)
                    + postcode.substring(postcode.length() - 2);
        }
        String letters = "ABDEFGHJLNPQRSTUWXYZ";
        int place = postcode.length() - 1 - dice.below(2);
        return postcode.substring(0, place) + letters.charAt(dice.below(20)) + postcode.substring(place + 1);
    }

    private String phone(Person person, int day, Scribe scribe) {
        if (scribe.errs(Mistake.PHONE_MISSING)) {
            return "";
        }
        Dice dice = scribe.dice();
        int age = person.age(day);
        Person owner = person;
        if (age < 14 || scribe.errs(Mistake.PHONE_OF_FAMILY)) {
            Person relative = relative(person, age);
            if (relative == person && age < 14) {
                return "";
            }
            owner = relative;
        }
        String landline = numbers.landline(person.address(day));
        boolean fixed = !landline.isEmpty() && dice.chance(owner.age(day) > 72 ? .7 : .15);
        String phone = fixed ? landline : numbers.mobile(owner, day);
        return scribe.errs(Mistake.PHONE_TYPED_WRONG)
                ? phone.substring(0, 3) + Slips.digits(phone.substring(3), dice)
                : phone;
    }

    private String email(Person person, int day, Scribe scribe) {
        if (scribe.errs(Mistake.EMAIL_MISSING)) {
            return "";
        }
        int age = person.age(day);
        Dice dice = scribe.dice();
        Person owner = person;
        if (age < 16 || scribe.errs(Mistake.EMAIL_OF_FAMILY)) {
            owner = relative(person, age);
            if (owner == person && age < 16) {
                return "";
            }
        }
        if (owner.age(day) > 70 && dice.chance(.55)) {
            return "";
        }
        String email = numbers.email(owner, day, dice);
        int at = email.indexOf('@');
        return scribe.errs(Mistake.EMAIL_TYPED_WRONG)
                ? Slips.typed(email.substring(0, at), dice) + email.substring(at)
                : email;
    }

    private String nhsNumber(Person person, int day, Scribe scribe) {
        if (scribe.errs(Mistake.NHS_MISSING)) {
            return "";
        }
        Person owner = scribe.errs(Mistake.NHS_OF_FAMILY) ? relative(person, person.age(day)) : person;
        String number = numbers.nhsNumber(owner);
        return scribe.errs(Mistake.NHS_TYPED_WRONG) ? Slips.digits(number, scribe.dice()) : number;
    }

    private String nationalInsuranceNumber(Person person, int day, Scribe scribe) {
        if (person.age(day) < 16 || scribe.errs(Mistake.NINO_MISSING)) {
            return "";
        }
        Person owner = scribe.errs(Mistake.NINO_OF_FAMILY) ? relative(person, person.age(day)) : person;
        String number = numbers.nationalInsuranceNumber(owner);
        return scribe.errs(Mistake.NINO_TYPED_WRONG) ? Slips.digits(number, scribe.dice()) : number;
    }

    /** A partner, mother or father; the person where none is known. A child's is a parent. */
    private Person relative(Person person, int age) {
        int number = age >= 16 && person.partner() >= 0
                ? person.partner()
                : person.mother() >= 0 ? person.mother() : person.father();
        return number >= 0 ? population.people().get(number) : person;
    }
}

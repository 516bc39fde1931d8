package org.concordat.synthetic.records;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.Shuffle;
import org.concordat.synthetic.people.Person;

/**
 * The numbers and addresses by which people can be reached or told apart, all outside what is in use.
 *
 * <ul>
 *   <li>NHS numbers: from the range 999 that is kept for tests, with a right check digit; a town of more than some 900,000
 *       people goes on downwards into 998 and below, which are not issued either.
 *   <li>National Insurance numbers: right in shape, with prefixes from G and X that, to our knowledge, were never issued.
 *   <li>Mobile phones: Ofcom keeps only a thousand numbers for drama (07700 900000 to 900999), too few for a town, so
 *       numbers begin with 072, which is set aside for mobile phones but, to our knowledge, not in use. Landlines: area
 *       code 01632, kept for drama, its whole range. Never dial either.
 *   <li>E-mail: hosts under {@code example.com}, {@code .org} and {@code .net} (RFC 2606).
 *   <li>Unique pupil numbers: a check letter and twelve digits that begin with 999.
 * </ul>
 */
public final class Numbers {
    private static final int[] NHS_WEIGHTS = {10, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String[] NINO_PREFIXES = {
        "GA", "GC", "GE", "GH", "GJ", "GK", "GL", "GM", "GP", "GR", "GS", "GW", "XA", "XB", "XC", "XE", "XG", "XH"
    };
    private static final String PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final String[] HOSTS = {
        "example.com",
        "example.com",
        "mail.example.com",
        "post.example.com",
        "home.example.com",
        "example.org",
        "inbox.example.org",
        "example.net",
        "web.example.net",
        "quick.example.net"
    };

    private final int[] nhsPrefixes;
    private final Shuffle ninos;
    private final Shuffle mobiles;
    private final Shuffle landlines;
    private final long seed;

    /** Numbers for so many people. */
    Numbers(int people, long seed) {
        this.seed = seed;
        this.nhsPrefixes = new int[people];
        int prefix = 999_999_999;
        for (int i = 0; i < people; prefix--) {
            if (checkDigit(prefix) < 10) {
                nhsPrefixes[i++] = prefix;
            }
        }
        Shuffle.inPlace(nhsPrefixes, Dice.of(seed, 70, 0, 0));
        this.ninos = new Shuffle(NINO_PREFIXES.length * 4_000_000L, seed + 71);
        this.mobiles = new Shuffle(100_000_000L, seed + 72);
        this.landlines = new Shuffle(1_000_000L, seed + 73);
    }

    private static int checkDigit(int prefix) {
        int sum = 0;
        int rest = prefix;
        for (int i = 8; i >= 0; i--) {
            sum += rest % 10 * NHS_WEIGHTS[i];
            rest /= 10;
        }
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check;
    }

    /** Ten digits. */
    String nhsNumber(Person person) {
        int prefix = nhsPrefixes[person.number()];
        return Long.toString(prefix * 10L + checkDigit(prefix));
    }

    /** Two letters, six digits, a letter from A to D. */
    String nationalInsuranceNumber(Person person) {
        long drawn = ninos.of(person.number());
        int digits = (int) (drawn / 4 % 1_000_000);
        return NINO_PREFIXES[(int) (drawn / 4_000_000)] + padded(digits, 6) + "ABCD".charAt((int) (drawn % 4));
    }

    /** The mobile number on a day; people change theirs every few years. */
    String mobile(Person person, int day) {
        int keeps = 1100 + Dice.of(seed, 74, person.number(), 0).below(6000);
        int version = Math.floorMod(Math.floorDiv(day + person.number() % keeps, keeps), 8);
        return "072" + padded((int) mobiles.of((person.number() * 8L + version) % 100_000_000L), 8);
    }

    /** The landline of an address; empty where it has none. */
    String landline(int address) {
        if (address < 0 || address >= 1_000_000 || Dice.of(seed, 75, address, 0).chance(.45)) {
            return "";
        }
        return "01632" + padded((int) landlines.of(address), 6);
    }

    /** The e-mail address used on a day; most people keep one, some have two or change. */
    String email(Person person, int day, Dice record) {
        Dice dice = Dice.of(seed, 76, person.number(), 0);
        int version = dice.chance(.3) && day % 7 < 3 ? 1 : 0;
        version = record.chance(.07) ? 1 : version;
        dice = Dice.of(seed, 76, person.number(), version + 1);
        String given = plain(person.givenName());
        String surname = plain(person.surname(day - 3000));
        double form = dice.fraction();
        String year =
                Integer.toString(1970 + Math.floorDiv(person.birthDay(), 365)).substring(2);
        String name;
        if (form < .35) {
            name = given + '.' + surname + (dice.chance(.75) ? dice.below(1000) : "");
        } else if (form < .55) {
            name = given.charAt(0) + surname + (dice.chance(.5) ? year : Integer.toString(dice.below(10_000)));
        } else if (form < .75) {
            name = given + surname.charAt(0) + dice.below(10_000);
        } else if (form < .9) {
            name = given + year + dice.oneOf(WORDS) + dice.below(100);
        } else {
            name = dice.oneOf(WORDS) + dice.oneOf(WORDS) + dice.below(1000);
        }
        return name + '@' + dice.oneOf(HOSTS);
    }

    private static final String[] WORDS = {
        "star", "moon", "blue", "lucky", "happy", "rover", "tide", "city", "music", "gamer", "sunny", "crazy", "tiger",
        "angel", "daisy", "rocket", "dream", "smile", "magic", "sweet", "silver", "storm", "ocean", "maple", "honey",
                "fox"
    };

    /** A letter and twelve digits; the letter checks the digits. */
    public String pupilNumber(int person) {
        String digits = "999" + padded((int) mobiles.of(person) * 7 % 1_000_000_000, 9);
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return PUPIL_LETTERS.charAt(sum % 23) + digits;
    }

    /** Lower case letters a to z only; {@code x} where nothing is left. */
    static String plain(String name) {
        StringBuilder letters = new StringBuilder();
        String apart = Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFD);
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                letters.append(letter);
            }
        }
        return letters.isEmpty() ? "x" : letters.toString();
    }

    private static String padded(int number, int digits) {
        char[] text = new char[digits];
        Arrays.fill(text, '0');
        int rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return new String(text);
    }
}

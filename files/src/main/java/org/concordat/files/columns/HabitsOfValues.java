package org.concordat.files.columns;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.files.columns.ColumnHabits.DateHabits;
import org.concordat.files.values.Contacts;
import org.concordat.files.values.DateOrder;
import org.concordat.files.values.Dates;
import org.concordat.files.values.Nicknames;
import org.concordat.files.values.Numbers;
import org.concordat.files.values.PlainLetters;
import org.concordat.files.values.Postcodes;
import org.concordat.files.values.Sexes;
import org.jspecify.annotations.Nullable;

/** Works out {@link ColumnHabits} from the values of one column. */
final class HabitsOfValues {

    private final List<@Nullable String[]> sample;
    private final int column;
    private int filled;
    private int integers;
    private int letters;
    private int severalWords;
    private int nhs;
    private int nino;
    private int postcodes;
    private int emails;
    private int sexes;
    private int givenNameFirst;
    private int givenNameLast;

    HabitsOfValues(List<@Nullable String[]> sample, int column) {
        this.sample = sample;
        this.column = column;
    }

    ColumnHabits find() {
        Set<String> distinct = new HashSet<>();
        for (@Nullable String[] row : sample) {
            String value = column < row.length ? row[column] : null;
            if (value != null && !value.isBlank()) {
                filled++;
                distinct.add(value);
                count(value.trim());
            }
        }
        if (filled == 0) {
            return new ColumnHabits(sample.size(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, null);
        }
        return new ColumnHabits(
                sample.size(),
                filled,
                distinct.size(),
                share(integers),
                share(letters),
                share(severalWords),
                share(nhs),
                share(nino),
                share(postcodes),
                share(emails),
                share(sexes),
                givenNameLast >= 20 && givenNameLast >= 3L * givenNameFirst,
                dates());
    }

    private double share(int count) {
        return (double) count / filled;
    }

    private void count(String value) {
        boolean letter = false;
        boolean digitsOnly = true;
        boolean gap = false;
        boolean words = false;
        StringBuilder bare = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean isLetter = Character.isLetter(c);
            words |= isLetter && gap && letter;
            gap = (gap && !isLetter) || c == ' ' || c == ',';
            letter |= isLetter;
            digitsOnly &= c >= '0' && c <= '9';
            if (Character.isLetterOrDigit(c)) {
                bare.append(c);
            }
        }
        String small = bare.toString().toLowerCase(Locale.ROOT);
        integers += digitsOnly ? 1 : 0;
        letters += letter ? 1 : 0;
        severalWords += words ? 1 : 0;
        if (words && value.indexOf(',') < 0) {
            countNameOrder(PlainLetters.fold(value));
        }
        nhs += !letter && Numbers.isNhs(small) ? 1 : 0;
        nino += Numbers.isNationalInsurance(small) ? 1 : 0;
        postcodes += Postcodes.isBritish(small) || small.startsWith("zz99") ? 1 : 0;
        emails += Contacts.isEmail(value) ? 1 : 0;
        sexes += value.length() <= 16 && Sexes.isSex(value) ? 1 : 0;
    }

    private void countNameOrder(String folded) {
        boolean first = Nicknames.isGivenName(folded.substring(0, folded.indexOf(' ')));
        boolean last = Nicknames.isGivenName(folded.substring(folded.lastIndexOf(' ') + 1));
        givenNameFirst += first && !last ? 1 : 0;
        givenNameLast += last && !first ? 1 : 0;
    }

    private @Nullable DateHabits dates() {
        DateOrder[] orders = {
            DateOrder.YEAR_MONTH_DAY, DateOrder.DAY_MONTH_YEAR, DateOrder.MONTH_DAY_YEAR, DateOrder.DAY_NUMBER
        };
        int[] readable = new int[orders.length];
        for (int o = 0; o < orders.length; o++) {
            for (@Nullable String[] row : sample) {
                readable[o] += day(row, orders[o]) > 0 ? 1 : 0;
            }
        }
        int best = bestOf(readable);
        if (readable[best] < filled * 0.2) {
            return null;
        }
        boolean either = best == 1 && readable[1] == readable[2] && readable[0] < readable[1];
        int[] days = new int[readable[best]];
        int at = 0;
        for (@Nullable String[] row : sample) {
            int day = day(row, orders[best]);
            if (day > 0) {
                days[at++] = day;
            }
        }
        return describe(share(readable[best]), orders[best], either, days);
    }

    /** Day first wins over year first and month first only where it reads more; month first only where it reads most. */
    private static int bestOf(int[] readable) {
        int best = 0;
        if (readable[1] > readable[best]) {
            best = 1;
        }
        if (readable[2] > readable[best]) {
            best = 2;
        }
        return readable[3] > readable[best] ? 3 : best;
    }

    private int day(@Nullable String[] row, DateOrder order) {
        String value = column < row.length ? row[column] : null;
        if (value == null || value.length() > 40 || value.isBlank()) {
            return 0;
        }
        int day = Dates.dayInOrder(value.trim(), order);
        return day >= 10_000_000 && day < 22_000_000 ? day : 0;
    }

    private static DateHabits describe(double share, DateOrder order, boolean either, int[] days) {
        Arrays.sort(days);
        int usualLatest = days[(int) Math.min(days.length - 1L, (long) (days.length * 0.99))];
        int span = days[(int) (days.length * 0.95)] / 10_000 - days[(int) (days.length * 0.05)] / 10_000;
        Map<Integer, Integer> counts = new HashMap<>();
        Set<Integer> newYears = new HashSet<>();
        int newYearDays = 0;
        for (int day : days) {
            counts.merge(day, 1, Integer::sum);
            if (day % 10_000 == 101) {
                newYearDays++;
                newYears.add(day / 10_000);
            }
        }
        boolean yearOnly = newYearDays >= days.length * 0.05 && newYears.size() >= 20;
        Set<LocalDate> tooOften = new HashSet<>();
        counts.forEach((day, count) -> {
            if (count >= 5 && count >= days.length * 0.005 && count >= 10.0 * days.length / counts.size()) {
                tooOften.add(date(day));
            }
        });
        return new DateHabits(share, order, either, date(usualLatest), span, yearOnly, tooOften);
    }

    private static LocalDate date(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }
}

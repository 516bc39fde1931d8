package org.concordat.cli.protect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.disclosure.tables.Disagreement;
import org.concordat.disclosure.tables.TableReading.DoesNotAddUp;

/** Totals of a file that do not equal their parts, told to people and to machines. */
record WrongTotals(String file, DoesNotAddUp wrong) {
    private static final int MOST_SHOWN = 10;

    /** The first of them, a line each. */
    List<String> lines() {
        int many = wrong.disagreements().size();
        List<String> lines = new ArrayList<>();
        for (Disagreement one : wrong.disagreements().subList(0, Math.min(many, MOST_SHOWN))) {
            lines.add("  " + String.join(", ", one.total()) + ": the " + one.parts() + " parts by " + one.dimension()
                    + " come to " + one.sum().toPlainString() + ", the total given is "
                    + one.published().toPlainString());
        }
        if (many > MOST_SHOWN) {
            lines.add("  … and " + (many - MOST_SHOWN) + " more; --json prints all");
        }
        return lines;
    }

    /** All of them. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "totals_do_not_add_up");
        fields.put("totals_given", wrong.totalsGiven());
        List<Object> all = new ArrayList<>();
        for (Disagreement one : wrong.disagreements()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("cell", one.total());
            each.put("along", one.dimension());
            each.put("parts", one.parts());
            each.put("sum", one.sum());
            each.put("published", one.published());
            all.add(each);
        }
        fields.put("disagreements", all);
        return fields;
    }

    /** Why the command goes no further. */
    CommandException refusal() {
        return new CommandException(
                "PROTECT-TOTALS",
                ExitCode.REFUSED,
                String.format(
                        Locale.ROOT,
                        "%,d of the %,d totals held against their parts in %s do not equal them, so the table contradicts"
                                + " itself and nothing was written. Mend the file, or sum all totals anew from the smallest"
                                + " cells with --totals ignore; then publish no other totals of the same people.",
                        wrong.disagreements().size(),
                        wrong.totalsGiven(),
                        file));
    }
}

package org.concordat.cli.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.audit.TableAudit.HiddenCell;
import org.concordat.disclosure.audit.TableAudit.Result.Audited;

/** What an audit came to, as lines for people and as fields for machines. */
record AuditOutcome(AuditRequest request, Audited audited) {
    private static final int MOST_LINES = 20;

    /** The hidden cells that are known too well. */
    List<HiddenCell> leaks() {
        return audited.narrowerThan(request.width());
    }

    long exactlyKnown() {
        return audited.cells().stream()
                .filter(cell -> cell.inferred().exactlyKnown())
                .count();
    }

    /** The end of an interval, or nothing where there is none. */
    static String most(Inference inference) {
        return inference.most() >= Bounds.NO_LIMIT ? "" : Long.toString(inference.most());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                        Locale.ROOT,
                        "%,d hidden cells: %,d can be worked out exactly",
                        audited.cells().size(),
                        exactlyKnown())
                + (request.width() == 1
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %,d lie within less than %,d", leaks().size(), request.width())));
        leaks().stream().limit(MOST_LINES).forEach(cell -> lines.add("  " + sentence(cell)));
        if (leaks().size() > MOST_LINES) {
            lines.add("  and " + (leaks().size() - MOST_LINES) + " more; --out and --json show them all");
        }
        return lines;
    }

    private static String sentence(HiddenCell cell) {
        return cell.name()
                + (cell.inferred().exactlyKnown()
                        ? " is " + cell.inferred().least()
                        : " lies between " + cell.inferred().least() + " and " + most(cell.inferred()))
                + (cell.because().isEmpty() ? "" : ", by " + String.join("; ", cell.because()));
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hidden", audited.cells().size());
        fields.put("exactly_known", exactlyKnown());
        fields.put("narrower", leaks().size());
        fields.put("min_interval", request.width());
        List<Object> cells = new ArrayList<>();
        for (HiddenCell cell : audited.cells()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("cell", cell.codes());
            one.put("least", cell.inferred().least());
            if (cell.inferred().most() < Bounds.NO_LIMIT) {
                one.put("most", cell.inferred().most());
            }
            one.put("proved", cell.inferred().settled());
            one.put("narrower", !cell.inferred().atLeastWide(request.width()));
            one.put("because", cell.because());
            cells.add(one);
        }
        fields.put("cells", cells);
        return fields;
    }
}

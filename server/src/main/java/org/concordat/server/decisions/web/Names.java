package org.concordat.server.decisions.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.server.decisions.Explanation;
import org.concordat.server.decisions.Offered;

/** What codes are called on one page; a code that has no name any more is shown as it is. */
record Names(Map<String, String> organisations, Map<String, String> datasets, Map<String, String> purposes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    static Names of(Offered offered) {
        return new Names(offered.organisations(), offered.datasetNames(), offered.purposes());
    }

    /** For templates. */
    public String organisation(String code) {
        return organisations.getOrDefault(code, code);
    }

    /** For templates. */
    public String dataset(String code) {
        return datasets.getOrDefault(code, code);
    }

    /** For templates: the values of a duty, in its order, as its sentence takes them. */
    public Object[] places(Explanation.DutyLine duty) {
        return duty.values().entrySet().stream()
                .map(each -> place(each.getKey(), each.getValue()))
                .toArray();
    }

    private Object place(String name, List<String> values) {
        return switch (name) {
            case "day" -> LocalDate.parse(values.getFirst()).format(DAY);
            case "certificate" -> values.getFirst().equals("yes") ? 1 : 0;
            case "working-days" -> Integer.valueOf(values.getFirst());
            case "purposes" -> values.stream().map(this::purpose).collect(Collectors.joining(", "));
            case "save-to" -> values.stream().map(this::organisation).collect(Collectors.joining(", "));
            default -> String.join(", ", values);
        };
    }

    /** For templates. */
    public String purpose(String code) {
        return purposes.getOrDefault(code, code);
    }
}

package org.concordat.server.agreements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Values;
import org.concordat.server.agreements.AgreementVersion;

/**
 * A document in a few plain sentences, for somebody who reads one agreement a year.
 *
 * @param aim what it is to achieve
 * @param benefits what good it does
 * @param people whom the data are about
 * @param datasets what is shared, by name; none above a schedule
 * @param keptDays for how long what was shared is kept; 0 above a schedule
 * @param lastDay until when it holds
 * @param termination how it can be ended
 */
record InShort(
        String aim,
        String benefits,
        String people,
        List<String> datasets,
        int keptDays,
        LocalDate lastDay,
        String termination) {

    InShort {
        datasets = List.copyOf(datasets);
    }

    static InShort of(AgreementVersion version, Values values, Map<String, Map<String, String>> names) {
        Map<String, String> called = names.getOrDefault("dataset", Map.of());
        boolean schedule = values.has("data");
        return new InShort(
                values.optionalGroup("purpose").map(each -> each.text("aim")).orElse(""),
                values.optionalGroup("purpose")
                        .map(each -> each.text("benefits"))
                        .orElse(""),
                values.optionalGroup("purpose")
                        .map(each -> each.text("people-affected"))
                        .orElse(""),
                schedule
                        ? values.groups("data").stream()
                                .map(item -> item.text("dataset"))
                                .map(code -> called.getOrDefault(code, code))
                                .collect(Collectors.toList())
                        : List.of(),
                schedule ? values.group("retention").whole("shared-days") : 0,
                version.lastDay(),
                values.optionalText("termination").orElse(""));
    }
}

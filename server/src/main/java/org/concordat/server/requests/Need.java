package org.concordat.server.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.concordat.policy.words.SharingForm;

/**
 * What somebody needs and why: the business case.
 *
 * @param purpose code of the catalogue's; empty while it is not known which
 * @param aim what it is for, in plain words
 * @param people whom the data are about
 * @param places where
 * @param datasets codes of the catalogue's, none where it is not known which
 * @param fields each as dataset and field with a slash between; only of {@code datasets}
 * @param dataInWords what is needed, where it is not known which datasets hold it
 * @param form what is to leave; empty while it is not known
 * @param supplierGain what it brings whoever supplies, which is often nothing but work
 * @param supplierHours hours of work that it costs whoever supplies
 * @param otherwise what happens if the data are not shared
 * @param sponsor the office that answers for it
 */
public record Need(
        String title,
        Optional<String> purpose,
        String aim,
        String people,
        String places,
        List<String> datasets,
        List<String> fields,
        String dataInWords,
        Optional<SharingForm> form,
        String benefit,
        String supplierGain,
        OptionalInt supplierHours,
        String otherwise,
        Optional<LocalDate> neededBy,
        String sponsor) {

    public Need {
        datasets = List.copyOf(datasets);
        fields = List.copyOf(fields);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title is empty; allowed is at least one character");
        }
        for (String field : fields) {
            if (datasets.stream().noneMatch(dataset -> field.startsWith(dataset + "/"))) {
                throw new IllegalArgumentException("a field is not of one of the datasets; allowed is dataset/field");
            }
        }
    }

    /** The fields that are needed of one dataset, by id. */
    public List<String> fieldsOf(String dataset) {
        return fields.stream()
                .filter(field -> field.startsWith(dataset + "/"))
                .map(field -> field.substring(dataset.length() + 1))
                .toList();
    }

    /** What must still be said before it can be handed in, as keys of messages; none when it is complete. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        require(missing, purpose.isPresent(), "purpose");
        require(missing, !aim.isEmpty(), "aim");
        require(missing, !people.isEmpty(), "people");
        require(missing, !datasets.isEmpty() || !dataInWords.isEmpty(), "data");
        require(missing, form.isPresent(), "form");
        require(missing, !benefit.isEmpty(), "benefit");
        require(missing, supplierHours.isPresent(), "supplierHours");
        require(missing, !otherwise.isEmpty(), "otherwise");
        require(missing, !sponsor.isEmpty(), "sponsor");
        return List.copyOf(missing);
    }

    private static void require(List<String> missing, boolean said, String field) {
        if (!said) {
            missing.add("requests.need." + field);
        }
    }
}

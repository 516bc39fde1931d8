package org.concordat.server.agreements.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file by which one organisation joins one document.
 *
 * @param text as it is signed, without the last day
 * @param left the last day as a party
 */
public record AccessionFile(String code, String document, String organisation, String text, Optional<LocalDate> left) {

    /**
     * A dataset of the joiner.
     *
     * @param standsFor the dataset of the party that it joins like
     */
    public record Brought(String dataset, String standsFor) {}

    /**
     * One that nobody signed yet.
     *
     * @param like the party that it joins like
     * @param office that signs, and looks after the agreement
     * @param brings what it sends; none where it sends nothing, or joins a tier that says nothing of data
     */
    public static AccessionFile of(
            String code,
            String document,
            String organisation,
            String like,
            String office,
            LocalDate joined,
            List<Brought> brings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accession", code);
        fields.put("to", document);
        fields.put("organisation", organisation);
        fields.put("like", like);
        fields.put("lead-owner", office);
        fields.put("signatory", office);
        fields.put("joined", joined.toString());
        if (!brings.isEmpty()) {
            fields.put("datasets", brings.stream().map(AccessionFile::fields).toList());
        }
        return new AccessionFile(code, document, organisation, YamlText.inLines(fields), Optional.empty());
    }

    private static Map<String, String> fields(Brought brought) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("dataset", brought.dataset());
        fields.put("stands-for", brought.standsFor());
        return fields;
    }

    /** The file, named so that a later accession of the same organisation takes the place of an earlier. */
    public NamedText file() {
        return new NamedText(
                "accession-" + document + "-" + organisation + ".yaml",
                left.map(day -> text + "left: " + day + "\n").orElse(text));
    }
}

package org.concordat.policy.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.reading.Values;

/**
 * How an organisation joined a document that was signed before.
 *
 * @param to the document's id
 * @param like the party of the document that it joins like
 * @param brings what it sends, in the place of what that party sends
 * @param teams those of its teams that receive; none for the whole organisation
 * @param roles in which it receives; none for all in which {@code like} does
 * @param text everything its file says, for documents
 */
public record Accession(
        String id,
        String to,
        String organisation,
        String like,
        LocalDate joined,
        Optional<LocalDate> left,
        List<Brought> brings,
        Set<String> teams,
        Set<String> roles,
        Values text) {

    public Accession {
        brings = List.copyOf(brings);
    }

    /**
     * A dataset of the joiner.
     *
     * @param standsFor the dataset of the party it joins like
     * @param fields those shared; none for all that are shared of {@code standsFor} and that it has
     */
    public record Brought(String dataset, String standsFor, Set<String> fields) {

        /** The fields that are shared, given those that are shared of the dataset for which it stands. */
        Set<String> shared(Dataset own, Set<String> ofModel) {
            return ofModel.stream()
                    .filter(field -> fields.isEmpty() ? own.fields().containsKey(field) : fields.contains(field))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}

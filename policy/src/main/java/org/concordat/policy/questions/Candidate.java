package org.concordat.policy.questions;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.policy.words.SharingForm;

/**
 * A dataset that no agreement covers, and that its holder could offer a partner: step 1 of the lawfulness test would not stand
 * in the way. <strong>It is no permission.</strong> Nobody has agreed to it, and of the four steps only the question of power
 * has been asked.
 *
 * @param sender the organisation that holds the dataset
 * @param recipients parties of the same document, by id, to whom all that is said here applies alike
 * @param dataset its id
 * @param purpose one of the document's, by id
 * @param within the lowest document in force that both have joined, and beneath which a schedule could be written
 * @param rows of the law pack, at least one, that cover sender, recipient, purpose and data; verified or not
 * @param unverified those of them that no officer has verified
 * @param general whether all of the rows are for any recipient or any purpose, and so say little
 * @param fields that the rows and restrictions would let pass, by the form in which they might leave
 * @param confidential whether people told the data in confidence, so that something would have to lift that
 */
public record Candidate(
        String sender,
        Set<String> recipients,
        String dataset,
        String purpose,
        String within,
        List<String> rows,
        List<String> unverified,
        boolean general,
        Map<SharingForm, Set<String>> fields,
        boolean confidential) {

    public Candidate {
        recipients = Collections.unmodifiableSet(new TreeSet<>(recipients));
        rows = List.copyOf(rows);
        unverified = List.copyOf(unverified);
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        if (recipients.isEmpty() || rows.isEmpty() || fields.isEmpty()) {
            throw new IllegalArgumentException("recipients, rows or fields is empty; allowed is at least one of each");
        }
    }

    /** In plain English, and always saying what it is not. */
    public String sentence() {
        return Sentences.of(this);
    }
}

package org.concordat.policy.agreements;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.Sensitivity;

/**
 * A kind of file that an organisation holds.
 *
 * @param receivedUnder the row of the law pack through which its holder got it, where it was not collected by the holder
 * @param collectedFor purposes, by id
 * @param fields by id
 */
public record Dataset(
        String id,
        String name,
        String holder,
        Origin origin,
        Optional<String> receivedUnder,
        Set<String> collectedFor,
        Map<String, DatasetField> fields) {

    public Dataset {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * One field of it.
     *
     * @param sensitivities what makes it sensitive; none unless its class is
     */
    public record DatasetField(
            String id,
            FieldClass fieldClass,
            Authorship authorship,
            Set<Sensitivity> sensitivities,
            Detail detail,
            Optional<String> codeList) {}
}

package org.concordat.server.decisions.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;

/**
 * What one source says of one fact.
 *
 * @param by the source or office, as a code such as {@code parties.training}; never a name
 * @param on the day on which it was found out, where it was not looked up just now
 */
public record Said(FactName fact, Answer answer, String by, Optional<LocalDate> on) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,119}");

    public Said {
        if (!CODE.matcher(by).matches()) {
            // Not quoted: it may be a name.
            throw new IllegalArgumentException("by is not a code of at most 120 letters, digits and ._:/-");
        }
    }

    /** Looked up just now. */
    public static Said now(FactName fact, Answer answer, String by) {
        return new Said(fact, answer, by, Optional.empty());
    }
}

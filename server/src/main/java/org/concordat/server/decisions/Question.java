package org.concordat.server.decisions;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.server.decisions.facts.Matter;
import org.concordat.server.decisions.facts.SubjectReference;

/**
 * May this be shared? A request in the words of the agreement folder, and whose record it is about.
 *
 * @param subject where it is about one person
 * @param matter the case whose statements count for it. Only for areas whose case cannot come to be about something else;
 *     whoever asks again about a decision uses {@link Decisions#again}
 */
public record Question(Request request, Optional<SubjectReference> subject, Optional<Matter> matter) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9]*([._-][A-Za-z0-9]+)*");
    private static final int LONGEST_CODE = 64;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_REASON = 4_000;

    public Question {
        Stream.of(
                        Stream.of(
                                request.sender().organisation(),
                                request.recipient().organisation(),
                                request.role(),
                                request.dataset(),
                                request.purpose()),
                        request.sender().team().stream(),
                        request.recipient().team().stream(),
                        request.fields().stream())
                .flatMap(each -> each)
                .forEach(Question::requireCode);
        if (request.fields().size() > MOST_FIELDS) {
            throw new IllegalArgumentException("a question names at most " + MOST_FIELDS + " fields; given "
                    + request.fields().size());
        }
        if (request.ground() instanceof Ground.SeriousHarm harm && harm.reason().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters; given "
                    + harm.reason().length());
        }
        if (request.subjects() == Request.Subjects.MANY && subject.isPresent()) {
            throw new IllegalArgumentException(
                    "a question about many names a subject; allowed is one about one person");
        }
    }

    /** A question about one person, or about many where there is no subject. */
    public static Question of(Request request, Optional<SubjectReference> subject) {
        return new Question(request, subject, Optional.empty());
    }

    private static void requireCode(String code) {
        if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            // Not quoted: it may be what somebody typed about a person.
            throw new IllegalArgumentException("a question names something by what is not a code of at most "
                    + LONGEST_CODE + " letters, digits and single ._- between them");
        }
    }
}

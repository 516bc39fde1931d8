package org.concordat.server.decisions.facts;

/**
 * Whose record it is about, as the sender's own systems know them: a case or customer number rather than a name. Personal data:
 * prints as hidden, and is kept by decisions alone.
 *
 * @param text 1 to 200 characters
 */
public record SubjectReference(String text) {

    private static final int LONGEST = 200;

    public SubjectReference {
        text = text.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a subject's reference has 1 to " + LONGEST + " characters; given " + text.length());
        }
    }

    @Override
    public String toString() {
        return "SubjectReference[hidden]";
    }
}

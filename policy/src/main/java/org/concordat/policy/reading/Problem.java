package org.concordat.policy.reading;

/**
 * Something wrong with a file: where, why, and what to do.
 *
 * @param code stable, for programs and manuals
 * @param place where
 * @param cause a full sentence, with ids and words of the file but never its free text
 * @param remedy a full sentence
 */
public record Problem(String code, Place place, String cause, String remedy) {
    /** One line for a person. */
    @Override
    public String toString() {
        return place + ": " + cause + " " + remedy + " (" + code + ")";
    }
}

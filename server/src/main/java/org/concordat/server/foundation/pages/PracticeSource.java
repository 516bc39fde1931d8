package org.concordat.server.foundation.pages;

import java.util.Optional;

/**
 * Knows that people only practise here, which every page then says. Where none is there, the server is a real one.
 */
public interface PracticeSource {

    /** Where the lessons are listed. */
    String lessons();

    /** What comes next in the lesson of whoever acts, if they are in one. Called once for each page. */
    Optional<NextStep> nextStep();

    /**
     * A step of a lesson.
     *
     * @param lessonKey key of the lesson's title in the messages
     * @param number from 1; one more than {@code steps} where all are done
     * @param doKey key of the sentence that says what to do
     * @param lesson address of the lesson's page
     */
    record NextStep(String lessonKey, int number, int steps, String doKey, String lesson) {

        /** Whether nothing is left to do; for templates. */
        public boolean isFinished() {
            return number > steps;
        }
    }
}

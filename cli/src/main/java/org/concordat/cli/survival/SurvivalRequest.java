package org.concordat.cli.survival;

import java.util.Optional;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.pictures.Numbers;

/**
 * What is asked of a table of people who were followed.
 *
 * @param time column of how long each was followed
 * @param event column of 1 where it happened then, 0 where the person was out of sight from then on
 * @param by column of groups
 * @param unit of time, for people
 * @param eventWords what the event is, for people
 * @param every how long a stretch of time is at least
 */
record SurvivalRequest(
        String time,
        String event,
        Optional<String> by,
        String unit,
        String eventWords,
        double every,
        double confidence,
        SmallCounts small) {

    /** A time with its unit. */
    String words(double moment) {
        String number = Numbers.SHORT.write(moment);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}

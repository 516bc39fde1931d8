package org.concordat.files.columns;

import java.util.ArrayList;
import java.util.List;

/**
 * One column of a source file and what it was taken for.
 *
 * @param index counting from 0
 * @param name as in the file's header
 * @param meaning what it holds
 * @param by what it was recognised by
 * @param confidence from 0 (no idea) to 1 (set by hand)
 * @param reason why, in a plain English sentence without any value of the column
 * @param notes what somebody should know before relying on the column; often none
 * @param habits how its values are written
 */
public record RecognisedColumn(
        int index,
        String name,
        Meaning meaning,
        RecognisedBy by,
        double confidence,
        String reason,
        List<String> notes,
        ColumnHabits habits) {

    /** Refuses a confidence outside 0 to 1. */
    public RecognisedColumn {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, but was " + confidence);
        }
        notes = List.copyOf(notes);
    }

    RecognisedColumn as(Meaning other, RecognisedBy how, double sure, String why) {
        return new RecognisedColumn(index, name, other, how, sure, why, notes, habits);
    }

    RecognisedColumn noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new RecognisedColumn(index, name, meaning, by, confidence, reason, more, habits);
    }
}

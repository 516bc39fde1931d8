package org.concordat.server.requests;

import java.util.List;

/** What came of trying to take a request further. */
public sealed interface Moving {

    /** It stands as was asked. */
    record Moved(DataRequest request) implements Moving {}

    /** Somebody else changed it first; nothing happened. */
    record Overtaken(DataRequest now) implements Moving {}

    /** Its business case says too little. */
    record Incomplete(List<String> missing) implements Moving {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** So many red lines are drawn that nobody lifted. */
    record Stopped(int redLines) implements Moving {}
}

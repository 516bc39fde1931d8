package org.concordat.server.parties;

import java.util.List;

/** An area that knows where a team is named. Implemented above the parties. */
public interface TeamNamedIn {

    /** Titles of what names the team, and would hold no more if there were no such team; at most a hundred. */
    List<String> titles(String team);
}

package org.concordat.server.foundation.awaiting;

import java.util.List;
import org.concordat.server.foundation.acting.Actor;

/** An area that knows of things which wait for people. */
public interface AwaitingSource {
    /** What waits for this person in this role; at most a hundred things. */
    List<Awaiting> awaiting(Actor.InRole actor);
}

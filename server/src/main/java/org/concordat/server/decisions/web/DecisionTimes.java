package org.concordat.server.decisions.web;

import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The time of day that decisions' pages show: London's. */
@Component("decisionTimes")
public final class DecisionTimes {

    DecisionTimes() {}

    /** For templates. */
    public ZoneId zone() {
        return ZoneId.of("Europe/London");
    }
}

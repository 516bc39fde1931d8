package org.concordat.server.demo.lessons;

import java.util.EnumSet;
import java.util.Set;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.requests.RequestState;
import org.concordat.server.requests.Requests;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts work under way into a town that has none yet, so that whoever looks around finds people in the middle of things. */
@Component
@OnlyInPractice
@Order(1) // the town must be there
final class UnderWay implements ApplicationRunner {

    /** What schedules wait for is there already. */
    private static final Set<Thing> THINGS = EnumSet.complementOf(
            EnumSet.of(Thing.SCHEDULE_TO_SIGN, Thing.SCHEDULE_TO_DECLINE, Thing.REQUEST_TO_ASSESS));

    private final Requests requests;
    private final Preparing preparing;

    UnderWay(Requests requests, Preparing preparing) {
        this.requests = requests;
        this.preparing = preparing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean begun = Acting.asServer(
                "lessons",
                () -> !requests.inState(RequestState.WITH_SUPPLIER, "council").isEmpty()
                        || !requests.inState(RequestState.SUBMITTED, "council").isEmpty());
        if (!begun) {
            THINGS.forEach(preparing::make);
        }
    }
}

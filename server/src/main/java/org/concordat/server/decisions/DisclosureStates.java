package org.concordat.server.decisions;

import static org.concordat.server.decisions.DisclosureState.NOT_SHARED;
import static org.concordat.server.decisions.DisclosureState.PERMITTED;
import static org.concordat.server.decisions.DisclosureState.RECEIVED;
import static org.concordat.server.decisions.DisclosureState.REFUSED;
import static org.concordat.server.decisions.DisclosureState.SENT;
import static org.concordat.server.decisions.DisclosureState.TESTED;
import static org.concordat.server.decisions.DisclosureState.TURNED_DOWN;
import static org.concordat.server.decisions.DisclosureState.WAITING;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every way in which a single disclosure can go on: the one table. What is not in it does not happen. */
final class DisclosureStates {

    private static final Set<DisclosureState> DECIDED = EnumSet.of(PERMITTED, REFUSED, WAITING);

    private DisclosureStates() {}

    /** Where a step can lead; nowhere when it cannot be taken from here. */
    static Set<DisclosureState> after(DisclosureState from, DisclosureStep step) {
        return switch (from) {
            case RECEIVED ->
                switch (step) {
                    case TEST -> EnumSet.of(TESTED);
                    case NOT_SHARE -> EnumSet.of(NOT_SHARED);
                    case RECEIVE, SIGN_OFF, DECIDE, REPLY -> Set.of();
                };
            case TESTED ->
                switch (step) {
                    case TEST -> EnumSet.of(TESTED);
                    case SIGN_OFF -> DECIDED;
                    case NOT_SHARE -> EnumSet.of(NOT_SHARED);
                    case RECEIVE, DECIDE, REPLY -> Set.of();
                };
            case WAITING ->
                switch (step) {
                    case TEST -> EnumSet.of(WAITING);
                    case SIGN_OFF, DECIDE -> DECIDED;
                    case NOT_SHARE -> EnumSet.of(NOT_SHARED);
                    case RECEIVE, REPLY -> Set.of();
                };
            case PERMITTED ->
                switch (step) {
                    case DECIDE -> DECIDED;
                    case NOT_SHARE -> EnumSet.of(NOT_SHARED);
                    case REPLY -> EnumSet.of(SENT);
                    case RECEIVE, TEST, SIGN_OFF -> Set.of();
                };
            case REFUSED ->
                switch (step) {
                    case TEST -> EnumSet.of(TESTED);
                    case DECIDE -> DECIDED;
                    case NOT_SHARE -> EnumSet.of(NOT_SHARED);
                    case REPLY -> EnumSet.of(TURNED_DOWN);
                    case RECEIVE, SIGN_OFF -> Set.of();
                };
            case NOT_SHARED ->
                switch (step) {
                    case REPLY -> EnumSet.of(TURNED_DOWN);
                    case RECEIVE, TEST, SIGN_OFF, DECIDE, NOT_SHARE -> Set.of();
                };
            case SENT, TURNED_DOWN -> Set.of();
        };
    }

    /** Steps that can be taken from here. */
    static List<DisclosureStep> from(DisclosureState state) {
        return Arrays.stream(DisclosureStep.values())
                .filter(step -> !after(state, step).isEmpty())
                .toList();
    }
}

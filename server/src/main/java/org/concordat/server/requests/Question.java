package org.concordat.server.requests;

import java.util.List;

/**
 * A question about sharing that is often asked, with a plain answer.
 *
 * @param code in addresses
 * @param rules codes of the rules that decide it
 * @param kinds kinds of data that it is about; none where about any
 * @param services that ask it
 * @param isMyth whether the question is a belief that is wrong
 */
public record Question(
        String code,
        String question,
        String answer,
        List<String> rules,
        List<String> kinds,
        List<String> services,
        boolean isMyth) {
    public Question {
        rules = List.copyOf(rules);
        kinds = List.copyOf(kinds);
        services = List.copyOf(services);
    }
}

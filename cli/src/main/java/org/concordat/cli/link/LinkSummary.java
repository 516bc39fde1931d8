package org.concordat.cli.link;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a linkage came to, in numbers.
 *
 * @param fields by name, in the order in which they are printed; values are numbers, words, lists or maps of these
 */
public record LinkSummary(Map<String, Object> fields) {

    /** One JSON object on one line. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}

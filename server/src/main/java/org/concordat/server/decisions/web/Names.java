package org.concordat.server.decisions.web;

import java.util.Map;
import org.concordat.server.decisions.Offered;

/** What codes are called on one page; a code that has no name any more is shown as it is. */
record Names(Map<String, String> organisations, Map<String, String> datasets, Map<String, String> purposes) {

    static Names of(Offered offered) {
        return new Names(offered.organisations(), offered.datasets(), offered.purposes());
    }

    /** For templates. */
    public String organisation(String code) {
        return organisations.getOrDefault(code, code);
    }

    /** For templates. */
    public String dataset(String code) {
        return datasets.getOrDefault(code, code);
    }

    /** For templates. */
    public String purpose(String code) {
        return purposes.getOrDefault(code, code);
    }
}

package org.concordat.server.foundation.pages;

/** The kinds of trouble that have a page of their own, by the status of the answer. */
enum Trouble {
    MALFORMED(400, "REQUEST-MALFORMED"),
    NOT_SIGNED_IN(401, "SIGN-IN-NEEDED"),
    NOT_ALLOWED(403, "ROLE-NOT-ALLOWED"),
    NOT_FOUND(404, "PAGE-NOT-FOUND"),
    WRONG_METHOD(405, "METHOD-NOT-ALLOWED"),
    EDITED_MEANWHILE(409, "EDITED-MEANWHILE"),
    TOO_LARGE(413, "UPLOAD-TOO-LARGE"),
    NOT_UNDERSTOOD(422, "ANSWERS-NOT-ACCEPTED"),
    TOO_MANY(429, "REQUESTS-TOO-MANY"),
    FAULT(500, "SERVER-FAULT"),
    BUSY(503, "SERVER-NOT-READY");

    final int status;
    final String code;

    Trouble(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The kind for any status: where it has none of its own, that of a malformed request or of a fault. */
    static Trouble of(int status) {
        for (Trouble trouble : values()) {
            if (trouble.status == status) {
                return trouble;
            }
        }
        return status >= 400 && status < 500 ? MALFORMED : FAULT;
    }

    /** Key of the page's heading. */
    String titleKey() {
        return "foundation.trouble." + status + ".title";
    }

    /** Key of the sentence that says what happened. */
    String textKey() {
        return "foundation.trouble." + status + ".text";
    }

    /** Key of the sentence that says what to do. */
    String nextKey() {
        return "foundation.trouble." + status + ".next";
    }
}

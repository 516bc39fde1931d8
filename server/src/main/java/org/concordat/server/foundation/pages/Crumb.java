package org.concordat.server.foundation.pages;

/**
 * A step on the way back from a page. Templates find them in the model as {@code crumbs}, a list from the widest to the
 * closest, without the page itself.
 *
 * @param text a key of the messages, or a name
 * @param isKey which of the two it is
 * @param address where it leads
 */
public record Crumb(String text, boolean isKey, String address) {

    /** To a page that the messages name. */
    public static Crumb key(String messageKey, String address) {
        return new Crumb(messageKey, true, address);
    }

    /** To a page about a thing with a name of its own. */
    public static Crumb named(String name, String address) {
        return new Crumb(name, false, address);
    }
}

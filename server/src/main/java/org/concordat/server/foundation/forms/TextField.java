package org.concordat.server.foundation.forms;

import java.util.Optional;
import java.util.regex.Pattern;

/** A field for words: of one line unless said otherwise, of at most 500 characters unless said otherwise. */
public final class TextField extends Field<TextField> {

    private static final int USUAL_LENGTH = 500;
    private static final int EMAIL_LENGTH = 254;
    private static final int PASSWORD_LENGTH = 200;
    // Deliberately loose: only a message that arrives shows that an address exists.
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private final boolean secret;
    private int most = USUAL_LENGTH;
    private int least;
    private boolean lines;
    private Pattern pattern = Pattern.compile("(?s).*");
    private String patternKind = "pattern";

    private TextField(Form form, String name, boolean secret) {
        super(form, name);
        this.secret = secret;
    }

    static TextField words(Form form, String name) {
        return new TextField(form, name, false);
    }

    static TextField secret(Form form, String name) {
        return new TextField(form, name, true).atMost(PASSWORD_LENGTH);
    }

    static TextField email(Form form, String name) {
        return new TextField(form, name, false).atMost(EMAIL_LENGTH).matches(EMAIL, "email");
    }

    @Override
    TextField self() {
        return this;
    }

    @Override
    boolean isKept() {
        return !secret;
    }

    /** No longer than this. */
    public TextField atMost(int characters) {
        this.most = characters;
        return this;
    }

    /** No shorter than this, when filled in. */
    public TextField atLeast(int characters) {
        this.least = characters;
        return this;
    }

    /** May have several lines. */
    public TextField lines() {
        this.lines = true;
        return this;
    }

    /**
     * Must look like this, when filled in.
     *
     * @param kind of problem otherwise: the message is {@code <label>.<kind>}, or {@code foundation.problem.<kind>}
     */
    public TextField matches(Pattern pattern, String kind) {
        this.pattern = pattern;
        this.patternKind = kind;
        return this;
    }

    /** What was typed; empty text when nothing was, or when it has a problem. */
    public String value() {
        String typed = form.only(this, secret);
        // A password may begin with a space; nothing is taken from it.
        Optional<String> clean = secret
                ? TypedText.clean("x" + typed + "x", false).map(TextField::withoutEnds)
                : TypedText.clean(typed, lines);
        if (clean.isEmpty()) {
            problem("characters");
            return "";
        }
        String text = clean.get();
        int length = TypedText.length(text);
        if (text.isEmpty()) {
            if (isRequired()) {
                problem("required");
            }
        } else if (length > most) {
            problem("long", most, length - most);
        } else if (length < least) {
            problem("short", least);
        } else if (!pattern.matcher(text).matches()) {
            problem(patternKind);
        } else {
            return form.hasProblem(name) ? "" : text;
        }
        return "";
    }

    /** What was typed, where anything was and has no problem. */
    public Optional<String> optional() {
        return Optional.of(value()).filter(text -> !text.isEmpty());
    }

    private static String withoutEnds(String text) {
        return text.substring(1, text.length() - 1);
    }
}

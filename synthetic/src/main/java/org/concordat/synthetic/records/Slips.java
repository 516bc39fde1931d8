package org.concordat.synthetic.records;

import java.util.Locale;
import org.concordat.synthetic.chance.Dice;

/**
 * How fingers and ears go wrong: one wrong, lost, added or swapped letter, or a spelling by sound.
 *
 * <p>Four mistakes in five are one such slip (Damerau, "A technique for computer detection and correction of spelling
 * errors", 1964); the first letter is seldom wrong (Yannakoudakis and Fawthrop, "The rules of spelling errors", 1983). The
 * split among the four kinds is an assumption.
 */
final class Slips {
    private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final String DIGIT_NEIGHBOURS = "0989";

    private static final String[][] BY_SOUND = {
        {"ph", "f"},
        {"ck", "k"},
        {"ie", "ei"},
        {"ey", "y"},
        {"ll", "l"},
        {"tt", "t"},
        {"nn", "n"},
        {"ss", "s"},
        {"rr", "r"},
        {"mm", "m"},
        {"ks", "x"},
        {"wh", "w"},
        {"gh", "g"},
        {"oo", "u"},
        {"ea", "ee"},
        {"ai", "ay"},
        {"aw", "or"},
        {"ough", "uff"},
        {"sch", "sh"},
        {"kn", "n"},
        {"son", "sen"},
        {"mac", "mc"},
        {"tch", "ch"},
        {"cz", "ch"},
        {"sz", "sh"},
        {"ski", "sky"},
        {"dge", "ge"},
        {"ae", "ay"},
        {"ow", "ou"},
        {"au", "or"},
        {"er", "ar"},
        {"an", "en"},
        {"in", "en"},
        {"on", "an"},
        {"el", "le"},
        {"c", "k"},
        {"s", "z"},
        {"i", "y"},
        {"v", "w"},
        {"j", "g"},
        {"e", "a"},
        {"a", "e"},
        {"o", "u"}
    };

    private Slips() {}

    /** A text with a slip of the fingers, in one case in five two; never equal to it unless shorter than two letters. */
    static String typed(String text, Dice dice) {
        String once = slip(text, dice);
        return dice.chance(.2) ? slip(once, dice) : once;
    }

    private static String slip(String text, Dice dice) {
        int length = text.length();
        if (length < 2) {
            return text;
        }
        for (int tries = 0; tries < 8; tries++) {
            int place = dice.chance(.04) ? 0 : 1 + dice.below(length - 1);
            double kind = dice.fraction();
            String result;
            if (kind < .4) {
                result = text.substring(0, place) + beside(text.charAt(place), dice) + text.substring(place + 1);
            } else if (kind < .65 && length > 2) {
                result = text.substring(0, place) + text.substring(place + 1);
            } else if (kind < .8) {
                char added = dice.chance(.5) ? text.charAt(place) : beside(text.charAt(place), dice);
                result = text.substring(0, place) + added + text.substring(place);
            } else {
                int other = place == length - 1 ? place - 1 : place + 1;
                int low = Math.min(place, other);
                result = text.substring(0, low) + text.charAt(low + 1) + text.charAt(low) + text.substring(low + 2);
            }
            if (!result.equals(text) && !result.isBlank() && result.charAt(0) != ' ') {
                return result;
            }
        }
        return text;
    }

    private static char beside(char letter, Dice dice) {
        if (letter >= '0' && letter <= '9') {
            return otherDigit(letter, dice);
        }
        char lower = Character.toLowerCase(letter);
        for (int row = 0; row < KEYBOARD.length; row++) {
            int place = KEYBOARD[row].indexOf(lower);
            if (place >= 0) {
                int nextRow = dice.chance(.3) ? Math.clamp(row + (dice.chance(.5) ? 1 : -1), 0, 2) : row;
                int next = nextRow == row ? place + (dice.chance(.5) ? 1 : -1) : place;
                next = Math.clamp(next, 0, KEYBOARD[nextRow].length() - 1);
                char result = KEYBOARD[nextRow].charAt(next);
                return Character.isUpperCase(letter) ? Character.toUpperCase(result) : result;
            }
        }
        return 'e';
    }

    /** Another digit: mostly one beside it or one that looks like it. */
    static char otherDigit(char digit, Dice dice) {
        if (dice.chance(.3)) {
            int look = "3861790524".charAt(digit - '0');
            return (char) look;
        }
        int next = digit - '0' + (dice.chance(.5) ? 1 : 9);
        return digit == '0' && dice.chance(.5) ? DIGIT_NEIGHBOURS.charAt(1) : (char) ('0' + next % 10);
    }

    /** A text of digits with one wrong or two swapped. */
    static String digits(String text, Dice dice) {
        StringBuilder changed = new StringBuilder(text);
        for (int tries = 0; tries < 8; tries++) {
            int place = dice.below(text.length());
            if (!Character.isDigit(text.charAt(place))) {
                continue;
            }
            boolean swap = dice.chance(.35) && place + 1 < text.length() && Character.isDigit(text.charAt(place + 1));
            if (swap && text.charAt(place) != text.charAt(place + 1)) {
                changed.setCharAt(place, text.charAt(place + 1));
                changed.setCharAt(place + 1, text.charAt(place));
            } else {
                changed.setCharAt(place, otherDigit(text.charAt(place), dice));
            }
            return changed.toString();
        }
        return text;
    }

    /** A name as somebody spells it who only heard it; a typed slip where no rule fits. */
    static String heard(String name, Dice dice) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (dice.chance(.12)) {
            if (lower.endsWith("s") && lower.length() > 4) {
                return name.substring(0, name.length() - 1);
            }
            return lower.endsWith("e") && lower.length() > 3
                    ? name.substring(0, name.length() - 1)
                    : name + ending(dice);
        }
        int start = dice.below(BY_SOUND.length);
        for (int i = 0; i < BY_SOUND.length; i++) {
            String[] rule = BY_SOUND[(start + i) % BY_SOUND.length];
            boolean forward = dice.chance(.6);
            String from = rule[forward ? 0 : 1];
            String to = rule[forward ? 1 : 0];
            int place = lower.indexOf(from, dice.chance(.1) ? 0 : 1);
            if (place >= 0 && !lower.startsWith(to, place)) {
                String written = place == 0 ? capital(to) : to;
                return name.substring(0, place) + written + name.substring(place + from.length());
            }
        }
        return typed(name, dice);
    }

    private static String ending(Dice dice) {
        return dice.chance(.5) ? "e" : "s";
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package org.concordat.pictures;

import org.concordat.pictures.drawing.Canvas;
import org.concordat.pictures.drawing.Size;
import org.concordat.pictures.markup.Element;
import org.concordat.pictures.markup.Markup;

/**
 * A drawing together with its name, what it shows in words, and every number in it as a table: whoever cannot see it
 * loses nothing.
 *
 * @param title its name, read first and printed above it
 * @param caption what a reader should take from it, printed below; may be empty
 * @param description what kind of picture it is and what it spans, for readers who do not see it
 * @param table the numbers drawn
 * @param sketch draws it at one size
 */
public record Picture(String title, String caption, String description, NumberTable table, Sketch sketch) {
    /** Draws on an empty canvas and says how high the drawing became, in drawing units. */
    @FunctionalInterface
    public interface Sketch {
        double drawOn(Canvas canvas);
    }

    /** Refuses a picture without a name. */
    public Picture {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Picture: a title that says what is shown, given none.");
        }
    }

    /** The drawing as an element; {@code id} must be unique on its page. */
    public Element drawn(String id, Size size) {
        var canvas = new Canvas(id, size);
        double height = sketch.drawOn(canvas);
        var words = caption.isBlank() ? description : description + " " + caption;
        return canvas.finished(height, title, words);
    }

    /** The drawing as a text that can stand in a page or, since it names its namespace, in a file of its own. */
    public String svg(String id, Size size) {
        return Markup.write(drawn(id, size));
    }

    @Override
    public String toString() {
        return "Picture[" + table.rows().size() + " rows]";
    }
}

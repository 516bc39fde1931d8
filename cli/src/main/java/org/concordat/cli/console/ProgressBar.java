package org.concordat.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Shows how far a long job has come, on one line of a terminal that is drawn over; elsewhere it shows nothing. Can be
 * advanced by several threads at once.
 */
public final class ProgressBar {
    private static final long NANOS_BETWEEN_DRAWINGS = 100_000_000L;
    private static final int BAR_CHARACTERS = 30;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong lastDrawn = new AtomicLong();
    private String words = "";
    private long total;
    private boolean shown;

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * A new job begins.
     *
     * @param what in plain words
     * @param steps how many steps it has; 0 or less when nobody knows
     */
    public synchronized void begin(String what, long steps) {
        words = what;
        total = steps;
        done.set(0);
        draw();
    }

    /** Some steps are done. */
    public void advance(long steps) {
        done.addAndGet(steps);
        if (!terminal) {
            return;
        }
        long now = System.nanoTime();
        long last = lastDrawn.get();
        if (now - last > NANOS_BETWEEN_DRAWINGS && lastDrawn.compareAndSet(last, now)) {
            draw();
        }
    }

    /** Takes the line away. */
    public synchronized void clear() {
        if (shown) {
            out.print(ERASE);
            out.flush();
            shown = false;
        }
    }

    private synchronized void draw() {
        if (!terminal) {
            return;
        }
        StringBuilder line = new StringBuilder(ERASE).append(words);
        if (total > 0) {
            double share = Math.min(1, (double) done.get() / total);
            int full = (int) (share * BAR_CHARACTERS);
            line.append(" [")
                    .repeat("█", full)
                    .repeat("·", BAR_CHARACTERS - full)
                    .append("] ")
                    .append((int) (share * 100))
                    .append(" %");
        } else {
            line.append(" …");
        }
        out.print(line);
        out.flush();
        shown = true;
    }
}

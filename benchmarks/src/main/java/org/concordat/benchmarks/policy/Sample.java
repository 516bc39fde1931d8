package org.concordat.benchmarks.policy;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * How long single calls took by the wall clock, how long the thread that made them was on the processor, and what they left
 * to the garbage collector.
 *
 * <p>Each call is timed by itself, so that the slowest are seen; reading the clock adds some 30 nanoseconds to each. Other
 * programs on the machine make the slowest slower; the processor's mean feels them less.
 */
final class Sample {

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final IntPredicate call;
    private long[] nanos = new long[0];
    private long bytes;
    private long processorNanos;
    private int yes;

    /**
     * @param name what is printed
     * @param call of that number
     */
    Sample(String name, IntPredicate call) {
        this.name = name;
        this.call = call;
    }

    /** Calls without timing until so much time has passed, so that what follows runs compiled. */
    Sample warmedUp(double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            yes += call.test(i) ? 1 : 0;
        }
        yes = 0;
        return this;
    }

    /** Times so many more calls. */
    void take(int calls) {
        int from = nanos.length;
        nanos = Arrays.copyOf(nanos, from + calls);
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long processorBefore = THREADS.getCurrentThreadCpuTime();
        for (int i = from; i < nanos.length; i++) {
            long start = System.nanoTime();
            boolean answer = call.test(i);
            nanos[i] = System.nanoTime() - start;
            yes += answer ? 1 : 0;
        }
        processorNanos += THREADS.getCurrentThreadCpuTime() - processorBefore;
        bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    }

    double medianMicroseconds() {
        return microseconds(0.5);
    }

    double microseconds(double quantile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) (quantile * (sorted.length - 1))] / 1e3;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-28s median %6.1f µs, p99 %7.1f µs, p99.9 %7.1f µs; mean of the processor %6.1f µs; %5.1f kB; %2.0f %% yes",
                name,
                medianMicroseconds(),
                microseconds(0.99),
                microseconds(0.999),
                processorNanos / 1e3 / nanos.length,
                bytes / 1e3 / nanos.length,
                100.0 * yes / nanos.length);
    }
}

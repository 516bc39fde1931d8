package org.concordat.cli.link;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures what each stage of a job takes: seconds by the wall, and processor seconds of all threads together. */
public final class StageClock {
    private static final double NANOS_A_SECOND = 1e9;

    private final Map<String, Double> wallSeconds = new LinkedHashMap<>();
    private final Map<String, Double> cpuSeconds = new LinkedHashMap<>();
    private @Nullable String stage;
    private long wallAtStart;
    private long cpuAtStart;

    /** The stage before ends and this one begins; a stage can be taken up again. */
    public void begin(String name) {
        end();
        stage = name;
        wallAtStart = System.nanoTime();
        cpuAtStart = cpuNanos();
    }

    /** The running stage ends. */
    public void end() {
        if (stage != null) {
            wallSeconds.merge(stage, (System.nanoTime() - wallAtStart) / NANOS_A_SECOND, Double::sum);
            cpuSeconds.merge(stage, (cpuNanos() - cpuAtStart) / NANOS_A_SECOND, Double::sum);
            stage = null;
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Math.max(0, system.getProcessCpuTime())
                : 0;
    }

    /** Seconds by the wall of each stage so far, and since the program started as {@code total}. */
    public Map<String, Double> wallSeconds() {
        return withTotal(wallSeconds, ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    /** Processor seconds of each stage so far, and of the whole program as {@code total}. */
    public Map<String, Double> cpuSeconds() {
        return withTotal(cpuSeconds, cpuNanos() / NANOS_A_SECOND);
    }

    private static Map<String, Double> withTotal(Map<String, Double> stages, double total) {
        Map<String, Double> all = new LinkedHashMap<>(stages);
        all.put("total", total);
        all.replaceAll((_, seconds) -> Math.round(seconds * 1000) / 1000.0);
        return all;
    }

    /** The most heap that was ever in use, in mebibytes. */
    public static long peakHeapMebibytes() {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return bytes >> 20;
    }
}

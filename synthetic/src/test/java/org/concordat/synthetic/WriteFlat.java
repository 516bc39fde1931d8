package org.concordat.synthetic;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a flat file to a folder, for trials by hand: folder, file name, records, seed. */
public final class WriteFlat {
    private WriteFlat() {}

    /** Runs the trial. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int records = Integer.parseInt(arguments[2]);
        long start = System.nanoTime();
        Tideford town = Tideford.of(TownPlan.forRecords(Long.parseLong(arguments[3]), records));
        long made = System.nanoTime();
        town.writeFlat(name -> Files.newOutputStream(folder.resolve(name)), arguments[1], records);
        System.out.printf("town %.1f s, file %.1f s%n", (made - start) / 1e9, (System.nanoTime() - made) / 1e9);
    }
}

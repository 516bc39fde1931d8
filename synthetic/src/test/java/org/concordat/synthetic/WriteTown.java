package org.concordat.synthetic;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a town's files to a folder, for trials by hand: folder, people, seed. */
public final class WriteTown {
    private WriteTown() {}

    /** Runs the trial. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long start = System.nanoTime();
        Tideford town = Tideford.of(TownPlan.ofPeople(Long.parseLong(arguments[2]), Integer.parseInt(arguments[1])));
        long made = System.nanoTime();
        town.writeTo(name -> Files.newOutputStream(folder.resolve(name)));
        System.out.printf("town %.1f s, files %.1f s%n", (made - start) / 1e9, (System.nanoTime() - made) / 1e9);
    }
}

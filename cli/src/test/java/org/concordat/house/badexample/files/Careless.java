package org.concordat.house.badexample.files;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.concordat.house.badexample.linkage.Wanted;

/** Does in each method the one thing it is named after. Never run: only its class file is read. */
public final class Careless {

    // Error Prone would rightly object to most of this file, which is what it is for.
    static int counter = 1;

    private Careless() {}

    static int usesAnotherLibrary() {
        return Wanted.WEIGHT;
    }

    static LocalDate readsAClock() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static long readsATimer() {
        return System.nanoTime();
    }

    static boolean touchesTheDisk() {
        return Files.exists(Path.of("x"));
    }

    static URI touchesTheNetwork() {
        try (var client = HttpClient.newHttpClient()) {
            return URI.create(client.toString());
        }
    }

    static double drawsWithoutASeed() {
        return new Random().nextDouble();
    }

    static List<Integer> shufflesWithoutASeed() {
        var numbers = new ArrayList<>(List.of(1, 2));
        Collections.shuffle(numbers);
        return numbers;
    }

    static void talks() {
        System.out.println("hello");
    }

    static String readsASetting() {
        return System.getProperty("user.dir", "");
    }

    static void endsTheProgram() {
        System.exit(1);
    }
}

package org.concordat.policy.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.policy.law.LawPack;

/** The shipped law pack with rows made up for a test. */
final class Packs {

    private Packs() {}

    static LawPack ukWith(String file) {
        var sources = new ArrayList<LawPack.Source>();
        for (String name : List.of("gateways", "restrictions", "conditions")) {
            sources.add(new LawPack.Source(
                    name, Objects.requireNonNull(LawPack.class.getResourceAsStream("uk/" + name + ".yaml"), name)));
        }
        sources.add(new LawPack.Source("more", new ByteArrayInputStream(file.getBytes(UTF_8))));
        return LawPack.read(sources);
    }
}

package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.policy.decide.Decision;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Question;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.mail.LittleMailServer;
import org.concordat.server.foundation.mail.MailWorker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hospitals asked at once, each with a dataset of its own, written to with a link. */
final class MassSignUpBringsIT {

    private static final String MOOR = "Moor & Dale \"Cottage\" Hospital: the old one";
    private static final String ALIKE = "Royal Infirmary of the Estuary and its Islands, ";

    @TempDir
    private static Path folder;

    @Test
    void eachSendsADatasetOfItsOwnOnceItSignedTheLinkInItsLetter() {
        try (LittleMailServer mail = LittleMailServer.start();
                var town = new SurgeriesTown(
                        folder,
                        SurgeriesTown.HOSPITALS,
                        "--concordat.public-address=https://sharing.example.org",
                        "--concordat.mail.host=127.0.0.1",
                        "--concordat.mail.port=" + mail.port(),
                        "--concordat.mail.encryption=none",
                        "--concordat.mail.from=concordat@tideford.example")) {
            SignUp signUp =
                    Acting.as(town.governance, () -> town.at.get(SignUps.class).open(town.version(), true));
            Acting.as(
                    town.governance,
                    () -> town.at
                            .get(SignUps.class)
                            .paste(
                                    signUp,
                                    row(MOOR, "chief@moor.example")
                                            + row(ALIKE + "North", "chief@north.example")
                                            + row(ALIKE + "South", "chief@south.example")));
            assertThat(Acting.as(
                            town.governance,
                            () -> town.at.get(SignUpSteps.class).goAhead(signUp)))
                    .isEqualTo(3);

            List<CatalogueEntry> brought =
                    Acting.as(
                                    town.governance,
                                    () -> town.at.get(Catalogue.class).all(EntryKind.DATASET))
                            .stream()
                            .filter(entry -> entry.code().startsWith("discharge-listing-"))
                            .toList();
            assertThat(brought)
                    .extracting(entry -> entry.holder().orElseThrow())
                    .doesNotHaveDuplicates();
            assertThat(brought)
                    .extracting(CatalogueEntry::name)
                    .hasSize(3)
                    .anySatisfy(name -> assertThat(name).endsWith(", " + MOOR));

            Map<String, String> links = town.links(signUp);
            town.at.get(MailWorker.class).work();
            String moorLink = Objects.requireNonNull(links.get(MOOR));
            assertThat(mail.letters())
                    .hasSize(3)
                    .anySatisfy(letter -> assertThat(letter)
                            .contains("To: chief@moor.example", "Subject: Something waits for your signature")
                            .contains("https://sharing.example.org/join/" + moorLink)
                            .doesNotContain("Daily patient listing", SurgeriesTown.SCHEDULE, "Moor &"));
            assertThat(mail.letters())
                    .filteredOn(letter -> letter.contains(moorLink))
                    .hasSize(1);

            CatalogueEntry own = brought.stream()
                    .filter(entry -> entry.name().endsWith(MOOR))
                    .findFirst()
                    .orElseThrow();
            Actor.InRole officer = town.town.trained(own.holder().orElseThrow(), Role.INFORMATION_SHARING_OFFICER);
            assertThat(Tideford.rules(decision(town, officer, own.code())))
                    .contains("PARTY-NOT-JOINED", "SIGNATURE-MISSING");
            // Somebody who does more than sign makes it an organisation that signs for itself; its link is dead.
            assertThat(town.sign(moorLink)).isEmpty();
            assertThat(town.links(signUp)).hasSize(2);
        }
    }

    @Test
    void whatItBringsIsSharedOnceBothHaveSignedAndNothingOfAnother(@TempDir Path other) {
        try (var town = new SurgeriesTown(other, SurgeriesTown.HOSPITALS)) {
            SignUp signUp =
                    Acting.as(town.governance, () -> town.at.get(SignUps.class).open(town.version(), true));
            Acting.as(
                    town.governance,
                    () -> town.at
                            .get(SignUps.class)
                            .paste(
                                    signUp,
                                    row(ALIKE + "North", "chief@north.example")
                                            + row(ALIKE + "South", "chief@south.example")));
            Acting.as(town.governance, () -> town.at.get(SignUpSteps.class).goAhead(signUp));
            assertThat(town.sign(Objects.requireNonNull(town.links(signUp).get(ALIKE + "North"))))
                    .isPresent();
            assertThat(town.accept(signUp)).isEqualTo(2);

            Map<String, CatalogueEntry> byName =
                    Acting.as(
                                    town.governance,
                                    () -> town.at.get(Catalogue.class).all(EntryKind.DATASET))
                            .stream()
                            .filter(entry -> entry.code().startsWith("discharge-listing-"))
                            .collect(java.util.stream.Collectors.toMap(CatalogueEntry::name, entry -> entry));
            CatalogueEntry north = ending(byName, "North");
            CatalogueEntry south = ending(byName, "South");
            Actor.InRole northern = town.town.trained(north.holder().orElseThrow(), Role.INFORMATION_SHARING_OFFICER);
            Actor.InRole southern = town.town.trained(south.holder().orElseThrow(), Role.INFORMATION_SHARING_OFFICER);
            assertThat(decision(town, northern, north.code())).isInstanceOf(Decision.Permitted.class);
            assertThat(decision(town, northern, south.code())).isNotInstanceOf(Decision.Permitted.class);
            // It was accepted, and has signed neither the documents nor what it brings.
            assertThat(Tideford.rules(decision(town, southern, south.code())))
                    .containsExactlyInAnyOrder("PARTY-NOT-JOINED", "SIGNATURE-MISSING");
        }
    }

    private static CatalogueEntry ending(Map<String, CatalogueEntry> byName, String end) {
        return byName.entrySet().stream()
                .filter(each -> each.getKey().endsWith(end))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String row(String name, String email) {
        return name + "\tnhs-trust\tengland\t" + email + "\t\tChief executive\n";
    }

    private static Decision decision(SurgeriesTown town, Actor.InRole asker, String dataset) {
        return Acting.as(
                asker,
                () -> town.at
                        .get(Decisions.class)
                        .decide(Question.of(
                                Tideford.request(
                                        SurgeriesTown.PLAYBOOK,
                                        "01-ordinary",
                                        "{organisation: hospital}",
                                        "{organisation: " + asker.organisation() + "}",
                                        "dataset: discharge-listing",
                                        "dataset: " + dataset),
                                Optional.empty()))
                        .decision());
    }
}

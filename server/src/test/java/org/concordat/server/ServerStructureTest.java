package org.concordat.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.server.foundation.access.OpenTo;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which area may use which, by which doors libraries are reached, and what every handler owes. */
final class ServerStructureTest {

    private static final String SERVER = "org.concordat.server.";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.concordat.server");

    /** Of the areas, from the lowest to the highest: each uses those before it at most. */
    private static final List<String> FROM_LOWEST =
            List.of("foundation", "auditlog", "decisions", "parties", "catalogue", "agreements", "requests");

    @Test
    void areasUseEachOtherAsTheyDeclareAndNeverInACircle() {
        // The demo fills every area from outside, as no area may another.
        ApplicationModules.of(ConcordatServer.class, resideInAnyPackage(SERVER + "demo.."))
                .verify();
    }

    @Test
    void noAreaUsesOneAboveIt() {
        for (int lower = 0; lower < FROM_LOWEST.size(); lower++) {
            for (String upper : FROM_LOWEST.subList(lower + 1, FROM_LOWEST.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(SERVER + FROM_LOWEST.get(lower) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(SERVER + upper + "..")
                        .allowEmptyShould(true)
                        .check(OURS);
            }
        }
    }

    @Test
    void nobodyUsesTheDemo() {
        noClasses()
                .that(resideOutsideOfPackages(SERVER + "demo..", "org.concordat.server"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER + "demo..")
                .check(OURS);
    }

    @Test
    void onlyOurPostgresqlStartsOtherPrograms() {
        noClasses()
                .that(resideOutsideOfPackages(SERVER + "foundation.postgres.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(OURS);
    }

    @Test
    void onlyDecisionsAsksTheDecider() {
        noClasses()
                .that(resideOutsideOfPackages(SERVER + "decisions.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.concordat.policy.decide.Decider")
                .check(OURS);
    }

    @Test
    void onlyTheAuditLogReachesTheLedger() {
        // The kinds of entries and registers are words that every area may say; what they become is the audit log's.
        DescribedPredicate<JavaClass> words = DescribedPredicate.describe(
                "words of the ledger",
                type -> Set.of("EntryKind", "Codes", "Register", "SaltedHash").contains(type.getSimpleName())
                        || type.getName().startsWith("org.concordat.ledger.notes.SigningKey"));
        noClasses()
                .that(resideOutsideOfPackages(SERVER + "auditlog..", SERVER + "foundation.keys.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.concordat.ledger..").and(DescribedPredicate.not(words)))
                .check(OURS);
    }

    @Test
    void everyHandlerSaysToWhomItIsOpen() {
        List<JavaMethod> handlers = OURS.stream()
                .filter(type ->
                        type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(RestController.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .toList();
        assertThat(handlers).hasSizeGreaterThan(30);
        assertThat(handlers.stream()
                        .filter(method -> !method.isAnnotatedWith(OpenTo.class))
                        .map(JavaMethod::getFullName)
                        .collect(Collectors.toList()))
                .isEmpty();
    }

    @Test
    void noPageTakesWhateverFieldsArriveFromARequest() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.web.bind.annotation.ModelAttribute")
                .check(OURS);
    }
}

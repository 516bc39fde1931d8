package org.concordat.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a library must not touch: another of ours, and every part of the world that it was not handed. */
final class LibraryRules {

    /** Ours, by package below {@code org.concordat}. Each is used alone by strangers, so none may need another. */
    static final List<String> LIBRARIES =
            List.of("disclosure", "files", "ledger", "linkage", "measures", "pictures", "policy", "synthetic");

    private static final String OURS = "org.concordat.";

    private static final Pattern DISK =
            Pattern.compile("java\\.io\\.(File|File(Input|Output)Stream|File(Reader|Writer)|RandomAccessFile)"
                    + "|java\\.nio\\.file\\.(Files|FileSystems|Path|Paths)|java\\.nio\\.channels\\.FileChannel");
    private static final Pattern NETWORK = Pattern.compile(
            "java\\.net\\.(http\\..*|.*Socket.*|.*URLConnection|URL|Inet.*|NetworkInterface|Proxy.*)|javax\\.net\\..*");

    /**
     * The ledger alone keeps files, in a folder that it is handed, and its verifier is also a program that strangers run by
     * itself: see docs/decisions/0005-the-ledgers-files.md.
     */
    private static final DescribedPredicate<JavaClass> HANDED_A_FOLDER = named(
            "the ledger's folder and its verifier",
            Pattern.compile("org\\.concordat\\.ledger\\.(stores\\.FolderDisk|verify\\.LedgerVerifier)(\\$.*)?"));

    private LibraryRules() {}

    /** {@code library} depends on no other module of ours. */
    static ArchRule standsAlone(String root, String library, List<String> others) {
        String[] forbidden = others.stream()
                .filter(other -> !other.equals(library))
                .map(other -> root + other + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + library + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("each library is plain Java that stands alone; `cli` brings them together");
    }

    static ArchRule standsAlone(String library) {
        var others = new ArrayList<>(LIBRARIES);
        others.addAll(List.of("cli", "benchmarks", "server"));
        return standsAlone(OURS, library, others);
    }

    static ArchRule readsNoClock(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callCodeUnitWhere(call("reads a clock", LibraryRules::isClock))
                .because("a result must be the same tomorrow: time comes in as an argument");
    }

    static ArchRule touchesNoDisk(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(DescribedPredicate.not(HANDED_A_FOLDER))
                .should()
                .dependOnClassesThat(named("is a file or folder", DISK))
                .because("libraries are handed streams; files are the business of `cli`");
    }

    static ArchRule touchesNoNetwork(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat(named("is a network connection", NETWORK))
                .because("nothing leaves without a decision, and no library makes one");
    }

    static ArchRule drawsNoUnseededNumbers(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callCodeUnitWhere(call("draws from a random source without a seed", LibraryRules::isUnseeded))
                .because("the same input and seed give the same output");
    }

    static ArchRule saysNothingOnTheConsole(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and(DescribedPredicate.not(HANDED_A_FOLDER))
                .should()
                .accessFieldWhere(access("is System.in, out or err", (owner, name) -> owner.equals("java.lang.System")))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a library returns what it has to say");
    }

    static ArchRule readsNoSettings(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .callCodeUnitWhere(call("reads the environment", LibraryRules::isSetting))
                .because("settings come in as arguments");
    }

    /** Nothing but the start of the program ends it. */
    static ArchRule doesNotEndTheProgram(String packages, String... mainClasses) {
        return noClasses()
                .that()
                .resideInAPackage(packages)
                .and(describe(
                        "are no main class",
                        (JavaClass type) -> !List.of(mainClasses).contains(type.getName())))
                .should()
                .callCodeUnitWhere(call(
                        "ends the program",
                        call -> is(call, "java.lang.System", "exit") || is(call, "java.lang.Runtime", "exit", "halt")))
                .because("only a main knows the exit code");
    }

    static ArchRule keepsNoStaticState(String packages) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(packages)
                .and()
                .areStatic()
                .should()
                .beFinal()
                .because("two runs in one process must not meet");
    }

    private static boolean isClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean handedAClock = Arrays.asList(parameters(call)).contains("java.time.Clock");
        return (owner.startsWith("java.time.") && call.getName().equals("now") && !handedAClock)
                || (owner.equals("java.time.Clock") && call.getName().matches("system.*|tick[A-Z].*"))
                || is(call, "java.lang.System", "currentTimeMillis", "nanoTime")
                || (is(call, "java.util.Date", "<init>") && parameters(call).length == 0)
                || is(call, "java.util.Calendar", "getInstance")
                || (is(call, "java.util.GregorianCalendar", "<init>") && parameters(call).length == 0);
    }

    private static boolean isUnseeded(JavaCall<?> call) {
        Set<String> generators = Set.of("java.util.Random", "java.util.SplittableRandom");
        String owner = call.getTargetOwner().getName();
        return is(call, "java.lang.Math", "random")
                || is(call, "java.lang.StrictMath", "random")
                || is(call, "java.util.UUID", "randomUUID")
                || is(call, "java.util.random.RandomGenerator", "getDefault", "of")
                || is(call, "java.lang.System", "identityHashCode")
                || owner.equals("java.util.concurrent.ThreadLocalRandom")
                || owner.equals("java.security.SecureRandom")
                || (generators.contains(owner) && call.getName().equals("<init>") && parameters(call).length == 0)
                || (owner.equals("java.util.random.RandomGeneratorFactory")
                        && call.getName().equals("create")
                        && parameters(call).length == 0)
                || (is(call, "java.util.Collections", "shuffle") && parameters(call).length == 1);
    }

    private static boolean isSetting(JavaCall<?> call) {
        return is(call, "java.lang.System", "getenv", "getProperty", "getProperties")
                || is(call, "java.lang.Integer", "getInteger")
                || is(call, "java.lang.Long", "getLong")
                || is(call, "java.lang.Boolean", "getBoolean")
                || is(call, "java.util.Locale", "getDefault")
                || is(call, "java.util.TimeZone", "getDefault")
                || is(call, "java.time.ZoneId", "systemDefault")
                || is(call, "java.nio.charset.Charset", "defaultCharset");
    }

    private static boolean is(JavaCall<?> call, String owner, String... names) {
        return call.getTargetOwner().getName().equals(owner) && List.of(names).contains(call.getName());
    }

    private static String[] parameters(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .toArray(String[]::new);
    }

    private static DescribedPredicate<JavaCall<?>> call(String description, Predicate<JavaCall<?>> predicate) {
        return describe(description, predicate);
    }

    private static DescribedPredicate<JavaFieldAccess> access(
            String description, BiPredicate<String, String> ownerAndName) {
        return describe(
                description,
                field -> ownerAndName.test(ownerOf(field), field.getTarget().getName()));
    }

    private static String ownerOf(JavaAccess<?> access) {
        return access.getTargetOwner().getName();
    }

    private static DescribedPredicate<JavaClass> named(String description, Pattern name) {
        return describe(description, type -> name.matcher(type.getName()).matches());
    }
}

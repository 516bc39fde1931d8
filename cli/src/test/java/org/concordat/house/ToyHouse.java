package org.concordat.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * A folder that looks to the launcher like Concordat: the real launcher, a wrapper that pretends to build, and a program
 * that only tells how it was started. Nothing but the JDK running the tests and a few system tools can be seen from it.
 */
final class ToyHouse {

    /** What one run of the launcher did. */
    record Run(int exitCode, String out, String err) {}

    private static final List<String> TOOLS = List.of(
            "bash",
            "sh",
            "env",
            "find",
            "head",
            "cat",
            "mkdir",
            "rm",
            "mv",
            "cp",
            "touch",
            "grep",
            "awk",
            "cut",
            "df",
            "sleep",
            "readlink",
            "id",
            "sed",
            "sort",
            "uniq");

    private static final String TELLER = """
            public class Teller {
                public static void main(String[] arguments) {
                    for (String argument : arguments) System.out.println("[" + argument + "]");
                    System.out.println("folder=" + System.getProperty("user.dir"));
                    System.out.println("megabytes=" + Runtime.getRuntime().maxMemory() / 1048576);
                    System.out.println("jar=" + System.getProperty("java.class.path"));
                    System.out.println("java=" + System.getProperty("java.home"));
                    if (arguments.length == 1 && arguments[0].equals("exit-7")) System.exit(7);
                }
            }
            """;

    private static final String WRAPPER = """
            #!/bin/sh
            echo "$@" >>builds
            if [ -e failure ]; then cat failure; exit 1; fi
            case "$*" in
              *verify*)
                mkdir -p files/target/surefire-reports cli/target/failsafe-reports
                echo '<testsuite time="1" name="A" tests="5" errors="0" skipped="2" failures="1">
                    <skipped type="A"><![CDATA[A: Assumption failed: Skipped: the data are not at /nowhere.
                    <skipped type="A"><![CDATA[A: Assumption failed: Skipped: the data are not at /nowhere.' \\
                    >files/target/surefire-reports/TEST-A.xml
                echo '<testsuite time="1" name="B" tests="7" errors="1" skipped="0" failures="0">
                    <skipped message="needs a browser"/>' >cli/target/failsafe-reports/TEST-B.xml
                mkdir -p server/target; cp teller.jar server/target/concordat-server.jar
                cp teller.jar cli/target/concordat.jar ;;
              *)
                mkdir -p cli/target/launch server/target/launch
                cp teller.jar server/target/launch/concordat-server.jar
                cp teller.jar cli/target/launch/concordat.jar ;;
            esac
            """;

    final Path folder;
    final Path tools;
    private final Path userHome;

    /** Builds the toy in a folder whose name has a space, under {@code parent}. */
    ToyHouse(Path parent) throws IOException {
        folder = Files.createDirectories(parent.resolve("toy house"));
        tools = Files.createDirectories(parent.resolve("tools"));
        userHome = Files.createDirectories(parent.resolve("home"));
        Files.copy(Launcher.SCRIPT, folder.resolve("concordat"));
        writeScript(folder.resolve("mvnw"), WRAPPER);
        write("pom.xml", "<project/>");
        write(".mvn/jvm.config", "");
        write("cli/pom.xml", "<project/>");
        write("cli/src/main/java/Teller.java", TELLER);
        write("cli/src/test/java/TellerTest.java", "");
        packTeller();
        ageSources();
        for (String tool : TOOLS) {
            writeScript(tools.resolve(tool), "#!/bin/sh\nexec '" + Launcher.find(tool) + "' \"$@\"\n");
        }
    }

    /** Makes the pretended build fail with {@code output}, or succeed again when it is empty. */
    void failBuildsWith(String output) throws IOException {
        Files.deleteIfExists(folder.resolve("failure"));
        if (!output.isEmpty()) {
            write("failure", output + "\n");
        }
    }

    /** How often the wrapper was started. */
    int builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    /** Makes everything look two minutes old, and what was built one minute old. */
    void ageSources() throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                setAge(path, path.endsWith("built") ? 60 : 120);
            }
        }
    }

    static void setAge(Path path, int seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    /** A folder that passes for a JDK of the given version, as far as anyone looks. */
    Path pretendJdk(String name, String version) throws IOException {
        Path jdk = Files.createDirectories(tools.resolveSibling("jdks").resolve(name));
        writeScript(jdk.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        writeScript(jdk.resolve("bin/javac"), "#!/bin/sh\nexit 99\n");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    /** The JDK that runs the tests, which also makes the start-up cache. */
    static Map<String, String> withRealJdk() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The same, but too hurried for the start-up cache, which takes most of a test's time. */
    Map<String, String> withJdk() throws IOException {
        Path jdk = pretendJdk("hurried", Runtime.version().feature() + ".0.1");
        String java = System.getProperty("java.home") + "/bin/java";
        writeScript(
                jdk.resolve("bin/java"),
                "#!/bin/sh\ncase \"$*\" in *AOTCacheOutput*) exit 1 ;; esac\nexec '" + java + "' \"$@\"\n");
        return Map.of("JAVA_HOME", jdk.toString());
    }

    /** {@link #withJdk()} and one more setting. */
    Map<String, String> withJdkAnd(String setting, String value) throws IOException {
        var settings = new TreeMap<>(withJdk());
        settings.put(setting, value);
        return settings;
    }

    /** Runs the launcher from the toy's own folder. */
    Run run(Map<String, String> settings, String... arguments) throws IOException, InterruptedException {
        return run(folder, folder.resolve("concordat"), settings, arguments);
    }

    Run run(Path from, Path launcher, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(userHome, "out", "");
        Path err = Files.createTempFile(userHome, "err", "");
        var builder = new ProcessBuilder(command)
                .directory(from.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = new TreeMap<String, String>();
        environment.put("PATH", tools.toString());
        environment.put("HOME", userHome.toString());
        environment.put("CONCORDAT_JDK_PLACES", userHome.resolve("nowhere").toString());
        environment.putAll(settings);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The launcher did not end within a minute: " + Files.readString(err));
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private void packTeller() throws IOException {
        Path source = folder.resolve("cli/src/main/java/Teller.java");
        Path classes = Files.createDirectories(tools.resolveSibling("classes"));
        int outcome =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(), source.toString());
        if (outcome != 0) {
            throw new IllegalStateException("The toy program does not compile.");
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "Teller");
        try (OutputStream file = Files.newOutputStream(folder.resolve("teller.jar"));
                var jar = new JarOutputStream(file, manifest)) {
            jar.putNextEntry(new JarEntry("Teller.class"));
            jar.write(Files.readAllBytes(classes.resolve("Teller.class")));
            jar.closeEntry();
        }
    }

    private static void writeScript(Path script, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(script.getParent()));
        Files.write(script, text.getBytes(UTF_8));
        if (!script.toFile().setExecutable(true)) {
            throw new UncheckedIOException(new IOException("Cannot make executable: " + script));
        }
    }

    /** The launcher under test, and where this machine keeps its tools. */
    static final class Launcher {
        static final Path SCRIPT = Sources.ROOT.resolve("concordat");

        private Launcher() {}

        static Path find(String tool) {
            for (String place : System.getenv("PATH").split(java.io.File.pathSeparator)) {
                Path candidate = Path.of(place, tool);
                if (Files.isExecutable(candidate)) {
                    return candidate;
                }
            }
            throw new IllegalStateException("The launcher's tests need '" + tool + "' on the PATH.");
        }
    }
}

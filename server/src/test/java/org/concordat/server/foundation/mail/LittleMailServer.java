package org.concordat.server.foundation.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on this machine that speaks as much SMTP as it takes to receive a letter, without encryption, and keeps them. */
public final class LittleMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile String answerToAddresses = "250 OK";

    private LittleMailServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Starts one on a free port. */
    public static LittleMailServer start() {
        try {
            var server = new LittleMailServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("little-mail-server").start(server::listen);
            return server;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** What it received, as it came: headers, an empty line, text. */
    public List<String> letters() {
        return List.copyOf(letters);
    }

    /** Takes what it received so far away. */
    public void empty() {
        letters.clear();
    }

    /** From now on says this to every address, such as {@code 550 No such person}. */
    public void answerAddresses(String answer) {
        this.answerToAddresses = answer;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket caller = socket.accept()) {
                talk(caller);
            } catch (IOException ended) {
                // The caller left, or the test is over.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 little mail server");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT)) {
                case "EHLO" -> say(out, "250-localhost", "250 AUTH PLAIN");
                case "AUTH" -> say(out, "535 Nobody signs in here");
                case "RCPT" -> say(out, answerToAddresses);
                case "DATA" -> {
                    say(out, "354 Go on");
                    letters.add(letter(in));
                    say(out, "250 Kept");
                }
                case "QUIT" -> {
                    say(out, "221 Bye");
                    return;
                }
                default -> say(out, "250 OK");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }
}

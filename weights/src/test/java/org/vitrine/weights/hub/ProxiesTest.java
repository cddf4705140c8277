package org.vitrine.weights.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through whom a hub is asked. */
@Timeout(120)
class ProxiesTest {
    private static final URI HUB = URI.create("https://hub.example/a");
    private static final String PROXY = "http://proxy.example:3128";

    @TempDir
    private Path folder;

    private static String of(Map<String, String> variables, URI address) {
        return new Proxies(variables).proxy(address).map(Object::toString).orElse("none");
    }

    private static String without(String exempt, String address) {
        return of(Map.of("ALL_PROXY", PROXY, "NO_PROXY", exempt), URI.create(address));
    }

    @Test
    void theVariableOfTheSchemeComesBeforeTheOneForAll() {
        Map<String, String> both = Map.of("HTTPS_PROXY", PROXY, "ALL_PROXY", "http://all.example");
        assertThat(of(both, HUB)).startsWith("proxy.example").endsWith(":3128");
        assertThat(of(both, URI.create("http://hub.example"))).startsWith("all.example").endsWith(":80");
        assertThat(of(Map.of("HTTP_PROXY", PROXY), HUB)).isEqualTo("none");
        assertThat(of(Map.of("HTTPS_PROXY", PROXY, "https_proxy", "small.example:8080"), HUB))
                .startsWith("small.example").endsWith(":8080");
        assertThat(of(Map.of("HTTPS_PROXY", " "), HUB)).isEqualTo("none");
    }

    @Test
    void hostsCanBeExempt() {
        for (String exempt : List.of("hub.example", "HUB.example", ".example", "*.example", "example", "a, hub.example",
                "*", "hub.example:8443")) {
            assertThat(without(exempt, "https://hub.example:8443/a")).as(exempt).isEqualTo("none");
        }
        for (String exempt : List.of("", ",", "b.example", "ub.example", "hub.example.org", "hub.example:443", ".")) {
            assertThat(without(exempt, "https://hub.example:8443/a")).as(exempt).startsWith("proxy.example");
        }
        assertThat(without("", "http://localhost:8080")).isEqualTo("none");
        assertThat(without("", "http://127.0.0.1/a")).isEqualTo("none");
    }

    @Test
    void aProxyThatCannotBeUsedIsRefusedWithoutItsPassword() {
        for (String wrong : List.of("socks5://proxy.example:1080", "https://proxy.example", "http://", "a b", "http:x",
                "http://me:secret@proxy.example", "me:secret@proxy.example", "http://proxy.example:99999")) {
            assertThatThrownBy(() -> of(Map.of("HTTPS_PROXY", wrong), HUB)).as(wrong).isInstanceOf(HubException.class)
                    .hasMessageContaining("HTTPS_PROXY").hasMessageNotContaining("secret");
        }
    }

    @Test
    void aPullGoesThroughTheProxyAndTheTokenIsNotShownToIt() throws IOException {
        Bench bench = new Bench(folder.resolve("hub"));
        try (FakeHub proxy = Bench.hub()) {
            bench.proxies = Map.of("HTTP_PROXY", proxy.address().toString());
            new HubPull(bench.settings(URI.create("http://hub.example")), PullListener.silent(), _ -> {
            }).run(FakeHub.ID, "main");
            bench.assertFetched(proxy);
            assertThat(proxy.seen()).allMatch(seen -> seen.authorization() == null);
        }
    }

    /** What a proxy that answers so makes of a pull over https. */
    private String refusal(String answer, List<String> seen) throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(proxy, answer, seen));
            Bench bench = new Bench(folder.resolve("hub"));
            bench.proxies = Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.getLocalPort());
            HubPull pull = new HubPull(bench.settings(URI.create("https://hub.example")), PullListener.silent(), _ -> {
            }, bench.disk, bench.pauses::add);
            try {
                pull.run(FakeHub.ID, "main");
            } catch (HubException e) {
                return e.getMessage();
            }
        }
        throw new AssertionError("the pull was not refused");
    }

    private static void answerAll(ServerSocket proxy, String answer, List<String> seen) {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept(); OutputStream out = socket.getOutputStream()) {
                Scanner lines = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1);
                for (String line = lines.nextLine(); !line.isEmpty(); line = lines.nextLine()) {
                    seen.add(line);
                }
                out.write((answer + "\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException | NoSuchElementException e) {
                continue; // the client went away, or the test is over
            }
        }
    }

    @Test
    void whatAProxyRefusesIsSaid() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        assertThat(refusal("HTTP/1.1 403 Forbidden", seen)).contains("https://hub.example through the proxy 127.0.0.1:",
                "does not let anybody through");
        assertThat(seen).anyMatch(line -> line.startsWith("CONNECT hub.example:443"))
                .noneMatch(line -> line.contains(Bench.TOKEN));
        assertThat(refusal("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"", seen))
                .contains("name and a password");
        assertThat(refusal("HTTP/1.1 502 Bad Gateway", seen)).contains("given up after");
    }
}

package org.vitrine.weights.hub;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Asks the hub. Redirects are followed here, not by Java's client, so that the token goes to the hub alone, and nobody is
 * led from a connection that nobody can read to one that all can.
 */
final class HubHttp implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final String AGENT = "vitrine (Java " + Runtime.version().feature() + ")";

    /** Where that answers the wish for a tunnel, Java gives no body, not even an empty one. */
    private static final int PROXY_WANTS_A_PASSWORD = 407;
    /** How Java says that a proxy refuses to connect. */
    private static final Pattern CLOSED_TUNNEL = Pattern.compile("Tunnel failed, got: (4\\d\\d|501)");

    private final HubSettings settings;
    private final HttpClient client;
    private final Refusal refusal;
    private final Duration patience;
    /** A hub that has answered once is there; one that never has may not exist. */
    private boolean answered;

    /**
     * @param settings where the hub is
     * @param refusal puts into words what the hub refuses
     */
    HubHttp(HubSettings settings, Refusal refusal) {
        this.settings = settings;
        this.refusal = refusal;
        this.patience = settings.network().patience();
        // A request's own timeout is not used: from Java 26 on it ends a body that takes longer, however well it flows.
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).proxy(settings.network().proxies().selector())
                .connectTimeout(patience).build();
    }

    /** What the hub says of a file. Where its bytes lie elsewhere, the hub says it with the redirect to there. */
    Answer head(URI address) throws PassingException, InterruptedException {
        return ask("HEAD", address, 0);
    }

    /** The bytes of a file from a place on, wherever they lie, or all of them: the answer says which. */
    Answer get(URI address, long from) throws PassingException, InterruptedException {
        return ask("GET", address, from);
    }

    private Answer ask(String method, URI address, long from) throws PassingException, InterruptedException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = once(method, at, from);
            Answer answer = new Answer(response.statusCode(), response.headers(),
                    new Body(response.body(), patience));
            if (!isRedirect(answer)) {
                return checked(answer);
            }
            at = target(at, answer.header("Location"));
            if (method.equals("HEAD") && !answer.header("X-Linked-Etag").isEmpty() && !settings.isHub(at)) {
                return answer; // it describes the file; who keeps the bytes knows less of it
            }
            answer.close();
        }
        throw new HubException("the hub sends from one address to the next more than " + MOST_REDIRECTS
                + " times; check HF_ENDPOINT, now " + settings.endpoint());
    }

    private Answer checked(Answer answer) throws PassingException {
        boolean good = answer.status() == Answer.OK || answer.status() == Answer.PARTIAL
                || answer.status() == Answer.BEYOND_THE_END;
        if (!good) {
            answer.close();
            throw refusal.of(answer);
        }
        return answer;
    }

    private static boolean isRedirect(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /**
     * Where a redirect leads.
     *
     * @throws HubException if that is no address of the web, or could be read on the way while this one cannot
     */
    static URI target(URI from, String location) {
        URI target;
        try {
            target = from.resolve(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw new HubException("the hub redirects to " + HubNames.shown(location) + ", which is no address", e);
        }
        boolean web = "https".equalsIgnoreCase(target.getScheme())
                || "http".equalsIgnoreCase(target.getScheme()) && from.getScheme().equalsIgnoreCase("http");
        if (!web || target.getHost() == null || target.getUserInfo() != null || location.isEmpty()) {
            throw new HubException("the hub redirects to " + HubNames.shown(origin(target)) + " where "
                    + from.getScheme() + " was expected; that is not followed. Check HF_ENDPOINT and the network");
        }
        return target;
    }

    /** The part of an address that holds no secret; what follows may be a signature. */
    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> once(String method, URI address, long from)
            throws PassingException, InterruptedException {
        String way = way(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .setHeader("User-Agent", AGENT).setHeader("Accept-Encoding", "identity");
        if (from > 0) {
            request.setHeader("Range", "bytes=" + from + "-");
        }
        if (!settings.token().isEmpty() && settings.isTrusted(address)) {
            request.setHeader("Authorization", "Bearer " + settings.token());
        }
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> coming = client.sendAsync(request.build(),
                BodyHandlers.ofPublisher());
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = coming.get(patience.toMillis() + 500,
                    TimeUnit.MILLISECONDS);
            answered = true;
            if (response.statusCode() == PROXY_WANTS_A_PASSWORD) {
                throw new HubException(way + " cannot be reached: " + Proxies.PASSWORD);
            }
            return response;
        } catch (TimeoutException e) {
            throw new PassingException(way + " has not answered within " + Body.seconds(patience));
        } catch (ExecutionException e) {
            throw failed(way, e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    /** Whom a request reaches, and through whom. */
    private String way(URI address) {
        return origin(address) + settings.network().proxies().proxy(address)
                .map(proxy -> " through the proxy " + proxy.getHostString() + ":" + proxy.getPort()).orElse("");
    }

    private PassingException failed(String host, Throwable cause) {
        if (has(cause, CertificateException.class)) {
            throw new HubException(host + " cannot prove who it is (its certificate is not trusted here); ask whoever "
                    + "runs the network, or check the machine's clock", cause);
        }
        if (CLOSED_TUNNEL.matcher(String.valueOf(cause.getMessage())).matches()) {
            throw new HubException(host + " cannot be reached: the proxy does not let anybody through to there; ask "
                    + "whoever runs the network, or fetch the model elsewhere and copy its cache", cause);
        }
        boolean nobody = has(cause, ConnectException.class) || has(cause, UnresolvedAddressException.class)
                || has(cause, HttpConnectTimeoutException.class);
        if (nobody && !answered) {
            throw new HubException(host + " cannot be reached; check the network and HF_ENDPOINT, or work without: "
                    + "vitrine models lists what is here", cause);
        }
        return new PassingException(cause instanceof HttpTimeoutException
                ? host + " has not answered within " + Body.seconds(patience)
                : nobody ? host + " cannot be reached any more" : "the connection to " + host + " broke");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

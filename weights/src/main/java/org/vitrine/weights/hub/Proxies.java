package org.vitrine.weights.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Through whom requests go: what {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} say, as curl
 * and Python's requests read them; in small letters they come first. Where they say nothing, Java's own settings hold, such
 * as {@code -Dhttps.proxyHost}.
 *
 * @param variables what is set, by name
 */
public record Proxies(Map<String, String> variables) {
    /** Why some proxies are of no use. */
    static final String PASSWORD = "a proxy that wants a name and a password cannot be used here; ask for one that does not, "
            + "or fetch the model elsewhere and copy its cache";
    private static final String SUFFIX = "_PROXY";
    private static final String HTTP = "http";
    private static final int USUAL_PORT = 80;
    private static final int LAST_PORT = 0xffff;
    private static final String WANTED = "expected the address of an HTTP proxy, such as http://proxy.school.example:3128";

    /**
     * The proxy for an address; none where the variables name none or exempt it.
     *
     * @throws HubException if the variable that names it names none that can be used
     */
    public Optional<InetSocketAddress> proxy(URI address) {
        return variable(address).filter(_ -> !isExempt(address)).map(name -> parse(name, text(name)));
    }

    /** The same for Java's client. */
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI address) {
                if (variable(address).isEmpty() && getDefault() != null) {
                    return getDefault().select(address);
                }
                return List.of(proxy(address).map(found -> new Proxy(Proxy.Type.HTTP, found)).orElse(Proxy.NO_PROXY));
            }

            @Override
            public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
                // whoever asked is told
            }
        };
    }

    /** The variable that names a proxy for an address. */
    private Optional<String> variable(URI address) {
        return Stream.of(address.getScheme().toUpperCase(Locale.ROOT) + SUFFIX, "ALL" + SUFFIX)
                .filter(name -> !text(name).isEmpty()).findFirst();
    }

    private String text(String name) {
        String small = variables.getOrDefault(name.toLowerCase(Locale.ROOT), "").strip();
        return small.isEmpty() ? variables.getOrDefault(name, "").strip() : small;
    }

    private static InetSocketAddress parse(String name, String text) {
        URI proxy;
        try {
            proxy = new URI(text.contains("://") ? text : HTTP + "://" + text);
        } catch (URISyntaxException e) {
            throw new HubException(name + ": " + WANTED, e);
        }
        if (text.indexOf('@') >= 0) {
            throw new HubException(name + ": " + PASSWORD);
        }
        if (!HTTP.equalsIgnoreCase(proxy.getScheme()) || proxy.getHost() == null || proxy.getPort() > LAST_PORT) {
            throw new HubException(name + ": " + WANTED + ", found " + HubNames.shown(text));
        }
        return InetSocketAddress.createUnresolved(proxy.getHost(),
                proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort());
    }

    /** Whether an address is this machine's own, or {@code NO_PROXY} lists it: a host and all below it, with a port or not. */
    private boolean isExempt(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String withPort = host + ":" + address.getPort();
        return HubSettings.isThisMachine(host) || Stream.of(text("NO" + SUFFIX).split("[,\\s]+"))
                .map(entry -> entry.toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .anyMatch(entry -> entry.equals("*") || covers(entry, host) || covers(entry, withPort));
    }

    private static boolean covers(String domain, String host) {
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }
}

package org.vitrine.weights.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the hub and the cache are, and who asks.
 *
 * @param endpoint the hub's address, {@code https://huggingface.co} or a mirror of it
 * @param token what proves to the hub who asks; empty for nobody in particular
 * @param cache the folder of the cache; it need not be there
 * @param offline whether nothing may be asked of the hub
 * @param network how it is asked
 */
public record HubSettings(URI endpoint, String token, Path cache, boolean offline, Network network) {
    /** The hub, if none is named. */
    public static final URI USUAL = URI.create("https://huggingface.co");
    /** The variables that are read. */
    public static final Set<String> VARIABLES = HubVariables.NAMES;
    private static final Pattern TOKEN = Pattern.compile("[!-~]{0,4096}");
    private static final Pattern LOOPBACK = Pattern
            .compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /** Checks the address and the token. */
    public HubSettings {
        String scheme = endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getRawQuery() != null
                || endpoint.getRawFragment() != null) {
            throw new HubException("HF_ENDPOINT: expected the address of a hub such as " + USUAL
                    + ", without a user, a query or a fragment");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new HubException(
                    "HF_TOKEN (or the file of the token): expected letters, digits and signs in one line, "
                            + "found other characters; take it again from " + USUAL + "/settings/tokens");
        }
    }

    /** What this machine's user has set. */
    public static HubSettings ofUser() {
        return of(System.getenv(), userHome());
    }

    /**
     * What these variables say, as Hugging Face's programs read them: {@code HF_ENDPOINT}, {@code HF_TOKEN} or the file of
     * {@code HF_TOKEN_PATH}, {@code HF_HUB_CACHE}, {@code HF_HOME}, {@code XDG_CACHE_HOME}, {@code HF_HUB_OFFLINE}, {@code
     * TRANSFORMERS_OFFLINE}, {@code HF_HUB_DISABLE_IMPLICIT_TOKEN} and {@code HF_HUB_DOWNLOAD_TIMEOUT}; and as all programs
     * do, {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}.
     *
     * @param environment the variables
     * @param home the user's folder, below which things lie if nothing else is said
     * @throws HubException if an address, a token or a number is none
     */
    public static HubSettings of(Map<String, String> environment, Path home) {
        HubVariables variables = new HubVariables(environment, home);
        return new HubSettings(endpoint(variables.text("HF_ENDPOINT")), variables.token(), variables.cache(),
                variables.isOn("HF_HUB_OFFLINE") || variables.isOn("TRANSFORMERS_OFFLINE"),
                new Network(variables.patience(), variables.proxies()));
    }

    /** The cache that these variables name, whatever else they say. */
    public static Path cacheFolder(Map<String, String> environment, Path home) {
        return new HubVariables(environment, home).cache();
    }

    /** The folder of this machine's user. */
    public static Path userHome() {
        return Path.of(System.getProperty("user.home", "."));
    }

    private static URI endpoint(String text) {
        try {
            return text.isEmpty() ? USUAL : new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException e) {
            throw new HubException("HF_ENDPOINT: " + HubNames.shown(text) + " is no address; expected one such as "
                    + USUAL, e);
        }
    }

    /** Whether a request to that address may carry the token: to the hub itself, and not for all to read on the way. */
    boolean isTrusted(URI address) {
        return isHub(address) && (address.getScheme().equalsIgnoreCase("https")
                || isThisMachine(address.getHost()));
    }

    /** Whether a host's name can mean nothing but this machine. */
    static boolean isThisMachine(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether an address is the hub's own. */
    boolean isHub(URI address) {
        return endpoint.getScheme().equalsIgnoreCase(address.getScheme())
                && endpoint.getHost().equalsIgnoreCase(address.getHost()) && port(endpoint) == port(address);
    }

    private static int port(URI address) {
        int usual = address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return address.getPort() == -1 ? usual : address.getPort();
    }

    /** Everything but the token. */
    @Override
    public String toString() {
        return endpoint + (token.isEmpty() ? "" : " with a token") + (offline ? ", offline" : "") + ", cache " + cache;
    }
}

package org.vitrine.fuzz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.weights.hub.HubAnswers;
import org.vitrine.weights.hub.HubSettings;

/** Reads what a hub answers, under the settings of some user. */
final class HubTarget {
    private static final String TOKEN = "HF_TOKEN";
    /** Shorter ones are found in other words, too. */
    private static final int SHORTEST_SECRET = 12;
    private static final Path HOME = Path.of("no-such-home");

    private HubTarget() {
    }

    /** Takes the input for a list, headers below a status, a redirect and environment variables. */
    static void run(byte[] input) {
        Bundle files = new Bundle(input);
        Expected.refusal(() -> HubAnswers.list(part(files, "list"), lines(files, "parts")));
        Expected.refusal(() -> {
            HubSettings settings = settings(lines(files, "environment"));
            Expected.refusal(() -> HubAnswers.redirect(text(files, "location"), settings));
            List<String> head = lines(files, "head");
            int status = head.getFirst().matches("[1-5][0-9]{2}") ? Integer.parseInt(head.getFirst()) : 200;
            Map<String, List<String>> headers = headers(head);
            Expected.refusal(() -> HubAnswers.describe(status, headers));
            Expected.refusal(() -> HubAnswers.refuse(status, headers, settings));
        });
    }

    private static HubSettings settings(List<String> lines) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : lines) {
            String name = line.substring(0, Math.max(0, line.indexOf('=')));
            // A path to anywhere might name a device that never ends.
            if (HubSettings.VARIABLES.contains(name) && !name.endsWith("_PATH") && !name.endsWith("_HOME")) {
                environment.put(name, line.substring(name.length() + 1));
            }
        }
        HubSettings settings = HubSettings.of(environment, HOME);
        String token = environment.getOrDefault(TOKEN, "").strip();
        Expected.that(token.length() < SHORTEST_SECRET || !settings.toString().contains(token),
                "a token that stays secret");
        return settings;
    }

    /** The client hands on names of letters, each once. */
    private static Map<String, List<String>> headers(List<String> lines) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            String name = line.substring(0, Math.max(0, line.indexOf(':')));
            if (name.matches("[A-Za-z-]+")) {
                headers.put(name, List.of(line.substring(name.length() + 1)));
            }
        }
        return headers;
    }

    private static byte[] part(Bundle files, String name) {
        return files.has(name) ? files.read(name) : new byte[0];
    }

    private static String text(Bundle files, String name) {
        return new String(part(files, name), StandardCharsets.UTF_8);
    }

    private static List<String> lines(Bundle files, String name) {
        return List.of(text(files, name).split("\r?\n", -1));
    }
}

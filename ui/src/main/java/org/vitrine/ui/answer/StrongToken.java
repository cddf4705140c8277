package org.vitrine.ui.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.ui.terminal.Chip;
import org.vitrine.ui.terminal.Figure;
import org.vitrine.ui.terminal.Terminal;
import tools.jackson.core.JsonGenerator;

/**
 * A token and how strong something is there.
 *
 * @param token with its place
 * @param strength of a neuron's firing, or of a factor
 */
record StrongToken(AttentionToken token, float strength) {
    /** All tokens, the strongest first, of equally strong ones the earlier. */
    static List<StrongToken> all(float[] strengths, List<AttentionToken> tokens) {
        List<StrongToken> all = new ArrayList<>();
        for (AttentionToken token : tokens) {
            all.add(new StrongToken(token, strengths[token.position()]));
        }
        all.sort(Comparator.comparing(StrongToken::strength).reversed());
        return all;
    }

    /** The same without those of no strength, and of tokens that read alike only the strongest. */
    static List<StrongToken> different(float[] strengths, List<AttentionToken> tokens) {
        Set<String> seen = new HashSet<>();
        return all(strengths, tokens).stream().filter(each -> each.strength > 0 && seen.add(each.token.token()))
                .toList();
    }

    /** As a chip with the number behind it. */
    String show(Terminal terminal) {
        return Chip.of(token.token(), terminal) + " " + Figure.of(strength);
    }

    /** {@code position}, {@code token} and {@code activation}. */
    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("position", token.position());
        json.writeStringProperty("token", token.token());
        json.writeNumberProperty("activation", strength);
        json.writeEndObject();
    }
}

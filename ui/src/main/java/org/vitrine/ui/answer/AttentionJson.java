package org.vitrine.ui.answer;

import java.util.List;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.transformer.tensor.Tensor;
import tools.jackson.core.JsonGenerator;

/** What the documents of the attention commands share. */
final class AttentionJson {
    private AttentionJson() {
    }

    /** {@code weights}: a matrix for each head, or one for their average, [head][query][key]. */
    static void weights(JsonGenerator json, AttentionMap map, List<Integer> queries) {
        json.writeArrayPropertyStart("weights");
        for (int row = 0; row < map.rows(); row++) {
            json.writeStartArray();
            for (int query : queries) {
                json.writeStartArray();
                for (int key = 0; key < map.keys().size(); key++) {
                    json.writeNumber(map.weight(row, query, key));
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** A matrix, row by row; what is masked (−∞) is null. */
    static void matrix(JsonGenerator json, String name, Tensor matrix) {
        json.writeArrayPropertyStart(name);
        for (int row = 0; row < matrix.dim(0); row++) {
            json.writeStartArray();
            for (int column = 0; column < matrix.dim(1); column++) {
                float number = matrix.at(row, column);
                if (number == Float.NEGATIVE_INFINITY) {
                    json.writeNull();
                } else {
                    json.writeNumber(number);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** {@code links}: who looks at whom, as positions, with the weight; an average has no head. */
    static void links(JsonGenerator json, List<AttentionLink> links) {
        json.writeArrayPropertyStart("links");
        for (AttentionLink link : links) {
            json.writeStartObject();
            if (link.head() != AttentionLink.AVERAGE) {
                json.writeNumberProperty("head", link.head());
            }
            json.writeNumberProperty("query", link.query().position());
            json.writeNumberProperty("key", link.key().position());
            json.writeNumberProperty("weight", (float) link.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** {@code summaries}: what each head looks at on average. Across stacks there is no token before and none after. */
    static void summaries(JsonGenerator json, List<HeadSummary> heads, AttentionKind kind) {
        json.writeArrayPropertyStart("summaries");
        for (HeadSummary head : heads) {
            json.writeStartObject();
            json.writeNumberProperty("layer", head.layer());
            json.writeNumberProperty("head", head.head());
            if (kind != AttentionKind.CROSS) {
                json.writeNumberProperty("previous", head.previous());
                json.writeNumberProperty("same", head.same());
                json.writeNumberProperty("next", head.next());
            }
            json.writeNumberProperty("special", head.special());
            json.writeNumberProperty("first", head.first());
            json.writeNumberProperty("entropy", head.entropy());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

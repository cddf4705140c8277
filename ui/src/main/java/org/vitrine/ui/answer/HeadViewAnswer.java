package org.vitrine.ui.answer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionLink;
import org.vitrine.explain.attention.AttentionMap;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.HeadSummary;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.HeadViewPicture;
import org.vitrine.ui.picture.HeadViewPicture.Show;
import org.vitrine.ui.picture.MatrixPicture;
import org.vitrine.ui.terminal.ColourSteps;
import tools.jackson.core.JsonGenerator;

/**
 * Where tokens look in one layer.
 *
 * @param question what was asked
 * @param map the heads and tokens that are shown
 * @param heads what each of these heads looks at on average over the whole text; none of a rollout
 * @param form how it is to be shown
 */
public record HeadViewAnswer(AttentionQuestion question, AttentionMap map, List<HeadSummary> heads, Form form)
        implements
            PicturedAnswer {
    /**
     * How a map is to be shown.
     *
     * @param rollout whether it is a rollout and not one layer's attention
     * @param query the place in the map of the only query to show, or {@link #ALL}
     * @param links how many links of each query, null for the usual number
     */
    public record Form(boolean rollout, int query, Integer links) {
        /** Instead of a query: every one is shown. */
        public static final int ALL = -1;
        private static final int MOST = 10;

        /** How many links are shown, where so many are easily read. */
        int links(int usual, double threshold) {
            return links != null ? links : threshold > 0 ? MOST : usual;
        }
    }

    private static final int LONG_LIST = 10;

    public HeadViewAnswer {
        heads = List.copyOf(heads);
    }

    @Override
    public void show(Page page) {
        AttentionKind kind = map.kind();
        page.title(question.reading().model().name() + ": where tokens look, " + subject());
        page.line();
        if (form.query() != Form.ALL) {
            question.show(page, kind, map.queries().get(form.query()).position());
        }
        if (!heads.isEmpty()) {
            page.lines(new HeadTable(heads, kind, map.keys(), page.terminal()).lines());
            page.aside("Average shares, over the tokens of the whole text that have such a token. entropy: in bits, 0 "
                    + "looks at one token only.");
            page.line();
        }
        links(page);
        if (page.terminal().colour()) {
            page.line(ColourSteps.SHARES.legend(page.terminal()));
        }
        if (form.rollout()) {
            page.aside("Attention rollout (Abnar and Zuidema 2020): half of each token stays, half is what the heads' "
                    + "average brings, layer after layer.");
        }
        question.explain(page, kind);
    }

    private String subject() {
        String where = map.kind() + " attention";
        if (form.rollout()) {
            return where + " rolled out through layers 0 to " + map.layer();
        }
        return where + ", layer " + map.layer() + (map.averaged() ? ", average of " : ", ") + headsInWords();
    }

    private String headsInWords() {
        if (map.heads().size() == question.reading().model().heads(map.kind())) {
            return "all heads";
        }
        return (map.heads().size() == 1 ? "head " : "heads ")
                + map.heads().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private void links(Page page) {
        if (form.query() == Form.ALL && map.rows() > 1) {
            LinkGrid grid = new LinkGrid(map, form.links(1, question.threshold()), question.threshold(),
                    page.terminal());
            page.lines(grid.lines());
            page.line();
            fold(page, grid.shownQueries());
        } else if (form.query() == Form.ALL) {
            int shown = Math.min(LinkGrid.MOST_ROWS, map.queries().size());
            LinkRows rows = new LinkRows(page.terminal());
            for (int query = 0; query < shown; query++) {
                rows.add(map.queries().get(query), links(0, query));
            }
            page.lines(rows.lines(form.links()));
            page.line();
            fold(page, shown);
        } else if (map.rows() > 1) {
            LinkRows rows = new LinkRows(page.terminal());
            for (int row = 0; row < map.rows(); row++) {
                rows.add("head " + map.head(row), links(row, form.query()));
            }
            page.lines(rows.lines(form.links()));
            page.line();
        } else {
            page.lines(LinkRows.list(map.strongest(0, form.query(), form.links(LONG_LIST, question.threshold()),
                    question.threshold()), page.terminal()));
            page.line();
        }
    }

    private List<AttentionLink> links(int row, int query) {
        return map.strongest(row, query, form.links(LinkRows.USUAL, question.threshold()), question.threshold());
    }

    private void fold(Page page, int shown) {
        if (shown < map.queries().size()) {
            page.aside("These are the first " + shown + " of " + map.queries().size() + " tokens; --position shows any "
                    + "of them, --json all.");
        }
    }

    @Override
    public Picture picture(Theme theme) {
        return form.rollout()
                ? MatrixPicture.ofRollout(map, question.subject(), theme)
                : HeadViewPicture.of(map, new Show(question.threshold(), form.query()), question.subject(), theme);
    }

    @Override
    public void write(JsonGenerator json) {
        question.write(json);
        json.writeStringProperty("attention", map.kind().toString());
        json.writeNumberProperty("layer", map.layer());
        Json.numbers(json, "heads", map.heads());
        json.writeBooleanProperty("averaged", map.averaged());
        json.writeBooleanProperty("rollout", form.rollout());
        List<Integer> queries = queries();
        Json.numbers(json, "queries", queries.stream().map(query -> map.queries().get(query).position()).toList());
        Json.numbers(json, "keys", map.keys().stream().map(AttentionToken::position).toList());
        AttentionJson.weights(json, map, queries);
        if (question.threshold() > 0) {
            AttentionJson.links(json, map.links(question.threshold()).stream().filter(this::isShown).toList());
        }
        AttentionJson.summaries(json, heads, map.kind());
    }

    /** The places in the map of the queries that are shown. */
    private List<Integer> queries() {
        return form.query() == Form.ALL ? IntStream.range(0, map.queries().size()).boxed().toList()
                : List.of(form.query());
    }

    private boolean isShown(AttentionLink link) {
        return form.query() == Form.ALL || link.query().equals(map.queries().get(form.query()));
    }
}

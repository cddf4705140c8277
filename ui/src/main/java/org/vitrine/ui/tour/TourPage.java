package org.vitrine.ui.tour;

import java.util.List;

/** The tour as one HTML page to hand out: pictures inside, no script, nothing from the network. */
public final class TourPage {
    private static final String STYLE = """
            body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 1.05rem/1.55 system-ui, sans-serif;
              color: #1f2328; background: #fff; }
            h1 { margin: .5rem 0; } h2 { margin: 0 0 .25rem; font-size: 1.4rem; }
            nav ol { columns: 20rem; padding-left: 1.4rem; } nav li { break-inside: avoid; }
            a { color: #0969da; }
            section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid #d1d9e0; }
            .number { color: #59636e; font-weight: normal; }
            .look { border-left: .25rem solid #0969da; padding: .1rem 0 .1rem 1rem; max-width: 60rem; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .8rem 1rem; background: #f6f8fa; border-radius: .4rem; font-size: .85rem;
              line-height: 1.4; }
            details pre { white-space: pre; overflow-x: auto; }
            figure { margin: 1rem 0; overflow-x: auto; } figure svg { max-width: 100%; height: auto; }
            summary { cursor: pointer; color: #0969da; }
            @media print { section { break-inside: avoid; } details { display: none; } }
            """;

    private TourPage() {
    }

    /**
     * A stop as the page shows it.
     *
     * @param svg its picture, an svg element
     * @param answer what the command prints
     */
    public record Entry(TourStop stop, String svg, String answer) {
    }

    /** The whole document. */
    public static String html(List<Entry> entries) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>A tour through three small transformers</title>\n<style>\n" + STYLE + "</style>\n</head>\n"
                + "<body>\n<h1>A tour through three small transformers</h1>\n"
                + "<p>What a GPT-2, a BERT and a BART compute on the way to an answer, in " + TourStop.DEMOS
                + " views. Every picture comes out of one forward pass of a small, really trained model; the command above "
                + "it shows it again. Layers, heads and positions are counted from 0. Point at a picture for the numbers "
                + "behind it. Made with Vitrine, a glass case for transformers.</p>\n<nav><ol>\n");
        int number = 0;
        for (Entry entry : entries) {
            if (entry.stop().number() != number) {
                html.append("<li><a href=\"#%s\">%s</a></li>\n".formatted(entry.stop().file(),
                        escaped(entry.stop().lesson().title())));
            }
            number = entry.stop().number();
        }
        html.append("</ol></nav>\n");
        number = 0;
        for (Entry entry : entries) {
            html.append(section(entry, entry.stop().number() == number));
            number = entry.stop().number();
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private static String section(Entry entry, boolean comparison) {
        TourStop stop = entry.stop();
        return """
                <section id="%s">
                <h2><span class="number">%s</span> %s</h2>
                <pre><code>%s</code></pre>
                <p class="look"><strong>What to look for.</strong> %s</p>
                <figure>
                %s</figure>
                <details><summary>The same as text</summary>
                <pre>%s</pre>
                </details>
                </section>
                """.formatted(stop.file(), comparison ? "Compared:" : stop.number() + " of " + TourStop.DEMOS,
                escaped(stop.lesson().title()), escaped(stop.commandLine()), escaped(stop.lesson().whatToLookFor()),
                entry.svg(), escaped(entry.answer()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

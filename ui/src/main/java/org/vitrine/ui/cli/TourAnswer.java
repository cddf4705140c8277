package org.vitrine.ui.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Page;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Pictures;
import org.vitrine.ui.drawing.SvgSurface;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.tour.TourPage;
import org.vitrine.ui.tour.TourStop;
import org.vitrine.weights.WholeFile;
import tools.jackson.core.JsonGenerator;

/**
 * The tour: every stop is computed, drawn and written when somebody looks, one after the other.
 *
 * @param console what the commands of the tour have to say besides goes there
 * @param folder where the pictures and the page go; it exists
 */
public record TourAnswer(Console console, Path folder) implements Answer {
    private static final String PAGE = "index.html";
    private static final String PAGE_COLUMNS = "110";

    @Override
    public void show(Page page) {
        page.title("A tour in " + TourStop.DEMOS + " demos through three small transformers that come along");
        page.aside("Layers, heads and positions are counted from 0. Pictures go to " + folder + ".");
        walk((stop, answer) -> {
            page.line();
            page.title(stop.number() + " of " + TourStop.DEMOS + ": " + stop.lesson().title());
            page.line("$ " + stop.commandLine());
            page.line();
            answer.show(page);
            page.line();
            page.paragraph("What to look for: " + stop.lesson().whatToLookFor());
            page.stream("");
        });
        page.line();
        page.title("The pictures and a page to hand out, " + folder.resolve(PAGE) + ", are written");
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeStringProperty("folder", folder.toString());
        json.writeStringProperty("page", PAGE);
        json.writeArrayPropertyStart("stops");
        walk((stop, answer) -> {
            json.writeStartObject();
            json.writeNumberProperty("demo", stop.number());
            json.writeStringProperty("id", stop.lesson().id());
            json.writeStringProperty("title", stop.lesson().title());
            Json.texts(json, "arguments", stop.lesson().arguments());
            json.writeStringProperty("what_to_look_for", stop.lesson().whatToLookFor());
            json.writeStringProperty("svg", svg(stop));
            json.writeStringProperty("png", png(stop));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private void walk(BiConsumer<TourStop, Answer> visitor) {
        List<TourPage.Entry> entries = new ArrayList<>();
        for (TourStop stop : TourStop.all()) {
            PicturedAnswer answer = CommandLines.answer(console, stop.lesson().arguments());
            visitor.accept(stop, answer);
            Picture picture = answer.picture(Theme.LIGHT);
            Pictures.writeSvg(picture, folder.resolve(svg(stop)));
            Pictures.writePng(picture, folder.resolve(png(stop)));
            entries.add(new TourPage.Entry(stop, SvgSurface.element(picture), text(answer)));
        }
        write(TourPage.html(entries));
    }

    private static String svg(TourStop stop) {
        return stop.file() + ".svg";
    }

    private static String png(TourStop stop) {
        return stop.file() + ".png";
    }

    /** What a command prints, on paper. */
    private static String text(Answer answer) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Console paper = new Console(InputStream.nullInputStream(), text, OutputStream.nullOutputStream(),
                StandardCharsets.UTF_8, Map.of("COLUMNS", PAGE_COLUMNS));
        answer.show(new Page(paper, paper.terminal(ColourChoice.NEVER)));
        paper.flush();
        return text.toString(StandardCharsets.UTF_8);
    }

    private void write(String html) {
        Path file = folder.resolve(PAGE);
        try {
            WholeFile.write(file, html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }
}

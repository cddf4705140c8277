package org.vitrine.ui.desktop.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.top.TokenStripPicture.Group;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.drawing.Box;
import org.vitrine.ui.drawing.Colour;
import org.vitrine.ui.drawing.Line;
import org.vitrine.ui.drawing.Picture;
import org.vitrine.ui.drawing.Spot;
import org.vitrine.ui.drawing.Surface;
import org.vitrine.ui.drawing.TextStyle;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.ui.picture.spot.TokenSpot;

class TokensTest {
    private final Session session = new Session(Desk.direct(), new Look(false, 1));

    private Exhibit read(String name, String text, String pair) {
        session.modelProperty().set(name);
        session.textProperty().set(text);
        session.pairProperty().set(pair);
        session.run();
        assertThat(session.messageProperty().get()).isEmpty();
        return session.exhibitProperty().get();
    }

    private static List<String> labels(Exhibit exhibit) {
        return TokenStripModel.groups(exhibit.reading().tokens()).stream().map(Group::label).toList();
    }

    @Test
    void stacksAndTextsHaveLinesOfTheirOwn() {
        assertThat(labels(read("classroom-gpt2", " a cat", ""))).containsExactly("");
        assertThat(labels(read("classroom-bert", "a cat", ""))).containsExactly("");
        assertThat(labels(read("classroom-bert", "a cat", "a dog"))).containsExactly("first text", "second text");
        assertThat(labels(read("classroom-bart", "a cat", ""))).containsExactly("encoder", "decoder");
    }

    @Test
    void eachTokenHasAPlaceAndLinesAreNoLongerThanTheRoom() {
        Exhibit exhibit = read("classroom-bert", "The incomprehensible piano. ".repeat(20), "");
        Picture picture = TokenStripModel.picture(exhibit, Theme.LIGHT, 400);
        Places places = new Places();
        picture.paint(places);
        assertThat(places.spots).hasSize(exhibit.passage().size()).doesNotHaveDuplicates();
        assertThat(places.boxes).allMatch(box -> box.right() <= 400);
        assertThat(picture.height()).isGreaterThan(5 * TokenStripPicture.lineHeight(Theme.LIGHT));
        assertThat(places.boxes.getLast().bottom()).isLessThan(picture.height());
    }

    @Test
    void aMaskIsDarkAndTheTemplateFaint() {
        Exhibit exhibit = read("classroom-bert", "a [MASK]", "");
        Places places = new Places();
        TokenStripModel.picture(exhibit, Theme.LIGHT, 400).paint(places);
        List<Colour> fills = places.fills.subList(1, places.fills.size()); // the first is the ground
        assertThat(fills.get(2)).isEqualTo(Theme.LIGHT.ink());
        assertThat(fills.get(0).opacity()).isLessThan(fills.get(1).opacity());
        assertThat(TokenStripModel.masks(exhibit).test(exhibit.reading().tokens().encoder().get(2))).isTrue();
    }

    /** Notes where tokens are. */
    private static final class Places implements Surface {
        private final List<Box> boxes = new ArrayList<>();
        private final List<Spot> spots = new ArrayList<>();
        private final List<Colour> fills = new ArrayList<>();

        @Override
        public void rectangle(Box box, Colour fill) {
            fills.add(fill);
        }

        @Override
        public void outline(Box box, Colour colour, double width) {
        }

        @Override
        public void line(Line line, Colour colour, double width) {
        }

        @Override
        public void text(String text, double x, double y, TextStyle style) {
        }

        @Override
        public void spot(Box box, Spot spot) {
            boxes.add(box);
            spots.add(spot);
        }
    }

    private static TokenDetails details(Exhibit exhibit, Stack stack, int position) {
        return TokenDetails.of(exhibit, new TokenSpot(stack, position)).orElseThrow();
    }

    @Test
    void aTokenIsFoundInTheTextWithTheStepsOfItsWordAlone() {
        TokenDetails details = details(read("classroom-gpt2", " Heathrow airport is", ""), Stack.DECODER, 1);
        assertThat(details.piece()).isEqualTo("Ġairport");
        assertThat(details.place().orElseThrow().before()).isEqualTo(" Heathrow");
        assertThat(details.place().orElseThrow().covered()).isEqualTo(" airport");
        assertThat(details.place().orElseThrow().after()).isEqualTo(" is");
        assertThat(details.steps(80)).contains("Neighbours are merged", "Ġairport").doesNotContain("Heath");
        assertThat(details.sentence()).contains("characters 9 to 17 of the text");
    }

    @Test
    void aPieceOfAWordOfTheSecondTextIsFoundThere() {
        Exhibit exhibit = read("classroom-bert", "Where?", "The incomprehensible cat");
        TokenDetails details = details(exhibit, Stack.ENCODER, 6);
        assertThat(details.token().token()).startsWith("##");
        assertThat(details.place().orElseThrow().ordinal()).isEqualTo(1);
        assertThat(details.steps(80)).contains("incomprehensible").doesNotContain("where");
        assertThat(TokenDetails.allSteps(exhibit, 80)).contains("where", "cat", "The second text");
    }

    @Test
    void aTokenOfTheTemplateStandsNowhere() {
        TokenDetails details = details(read("classroom-bert", "a cat", ""), Stack.ENCODER, 0);
        assertThat(details.place()).isEmpty();
        assertThat(details.sentence()).contains("[CLS]", "template");
        assertThat(details.steps(80)).isEmpty();
    }

    @Test
    void theDecoderReadsItsTextOnePlaceLater() {
        Exhibit exhibit = read("classroom-bart", "The cat sat", "A dog");
        String covered = details(exhibit, Stack.DECODER, 3).place().orElseThrow().covered();
        assertThat(covered).isEqualTo(exhibit.reading().tokens().decoder().get(3).token().strip());
        assertThat(details(exhibit, Stack.DECODER, 3).place().orElseThrow().text()).isEqualTo("A dog");
        assertThat(details(exhibit, Stack.DECODER, 0).place()).isEmpty();
        assertThat(TokenDetails.of(exhibit, new TokenSpot(Stack.DECODER, 999))).isEmpty();
    }

    @Test
    void stepsStopAtTheEnds() {
        Steps steps = new Steps(session);
        steps.layer(1);
        steps.head(1);
        steps.token(1); // nothing to choose from yet
        Exhibit exhibit = read("classroom-gpt2", " a cat sat", "");
        Selection selection = session.selection();
        int last = exhibit.passage().size() - 1;
        assertThat(selection.position(Stack.DECODER).get()).isEqualTo(last);
        steps.token(1);
        assertThat(selection.position(Stack.DECODER).get()).isEqualTo(last);
        steps.token(-1);
        assertThat(selection.position(Stack.DECODER).get()).isEqualTo(last - 1);
        steps.layer(-1);
        assertThat(selection.layer().get()).isZero();
        steps.layer(100);
        assertThat(selection.layer().get()).isEqualTo(exhibit.model().layers() - 1);
        steps.head(1);
        assertThat(selection.head().get()).isZero();
        steps.head(-2);
        assertThat(selection.head().get()).isEqualTo(Selection.NONE);
    }

    @Test
    void stepsGoOnInTheStackWhereATokenWasChosenLast() {
        Steps steps = new Steps(session);
        read("classroom-bart", "The cat sat", "");
        session.selection().choose(new TokenSpot(Stack.ENCODER, 2));
        steps.token(1);
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(3);
        assertThat(steps.chosen()).contains(new TokenSpot(Stack.ENCODER, 3));
    }
}

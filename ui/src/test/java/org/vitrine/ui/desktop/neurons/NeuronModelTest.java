package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.attention.AttentionKind;
import org.vitrine.explain.attention.AttentionToken;
import org.vitrine.explain.attention.SentenceFilter;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.desktop.neurons.NeuronModel.Asked;
import org.vitrine.ui.desktop.neurons.NeuronModel.Found;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.picture.spot.HeadSpot;
import org.vitrine.ui.picture.spot.QuerySpot;

class NeuronModelTest {
    private final Session session = Exhibits.read("classroom-bert", "The cat sat on the mat", "The cat lay on the rug");
    private final NeuronModel model = new NeuronModel(session);

    private Exhibit exhibit() {
        return session.exhibitProperty().get();
    }

    private Found found() {
        return NeuronModel.find(model.asked(exhibit()));
    }

    @Test
    void theHeadOfTheLessonLooksOneWordBack() {
        session.selection().choose(new HeadSpot(AttentionKind.ENCODER, 1, 2));
        session.selection().choose(new QuerySpot(AttentionKind.ENCODER, 10));
        Found found = found();
        assertThat(found.view().queries().get(found.query()).token()).isEqualTo("lay");
        assertThat(found.view().weights().at(10, 9)).isCloseTo(0.999f, within(0.001f));
        assertThat(found.view().scores().at(10, 9)).isCloseTo(15.0f, within(0.05f));
    }

    @Test
    void withoutAnyHeadChosenTheFirstIsShownAndLayersThatAreNotThereAreNot() {
        session.selection().layer().set(-1);
        assertThat(model.asked(exhibit())).extracting(Asked::layer, Asked::head).containsExactly(0, 0);
        session.selection().layer().set(99);
        assertThat(model.asked(exhibit()).layer()).isEqualTo(5);
    }

    @Test
    void sentencesAreFiltered() {
        model.filterProperty().set(SentenceFilter.B_TO_A);
        session.selection().position(Stack.ENCODER).set(10);
        Found found = found();
        assertThat(found.view().queries()).extracting(AttentionToken::segment).containsOnly(1);
        assertThat(found.view().keys()).extracting(AttentionToken::segment).containsOnly(0);
        assertThat(found.view().queries().get(found.query()).position()).isEqualTo(10);
    }

    @Test
    void theFilterOfTwoSentencesIsOfNoAccountWhereThereIsOne() {
        model.filterProperty().set(SentenceFilter.B_TO_A);
        Exhibits.read(session, "classroom-bert", "The cat sat on the mat", "");
        assertThat(model.asked(exhibit()).filter()).isEqualTo(SentenceFilter.ALL);
        assertThat(model.asked(exhibit()).something()).isTrue();
    }

    @Test
    void aSelectedTokenThatIsLeftOutIsNamedAndNoneIsOpen() {
        session.selection().position(Stack.ENCODER).set(0);
        assertThat(model.asked(exhibit()).note()).isEmpty();
        model.hideSpecialProperty().set(true);
        assertThat(model.asked(exhibit()).note()).isEqualTo("The selected token, 0 [CLS], is left out.");
        assertThat(found().query()).isEqualTo(NeuronModel.NONE);
        assertThat(found().view().queries()).noneMatch(AttentionToken::special);
    }

    @Test
    void whereNoTokenIsLeftThereIsNothingToShow() {
        Exhibits.read(session, "classroom-bert", "[SEP]", "");
        assertThat(model.asked(exhibit()).something()).isTrue();
        model.hideSpecialProperty().set(true);
        assertThat(model.asked(exhibit()).something()).isFalse();
    }

    @Test
    void aTokenIsOpenedAndClosedByChoosingItAndAnotherOneIsOpenedAtOnce() {
        session.selection().position(Stack.ENCODER).set(Selection.NONE);
        model.choose(new QuerySpot(AttentionKind.ENCODER, 3));
        assertThat(model.openedProperty().get()).isTrue();
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(3);
        model.choose(new QuerySpot(AttentionKind.ENCODER, 4));
        assertThat(model.openedProperty().get()).isTrue();
        model.choose(new QuerySpot(AttentionKind.ENCODER, 4));
        assertThat(model.openedProperty().get()).isFalse();
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(4);
    }

    @Test
    void aDecoderLooksAcrossAtWhatTheEncoderHasRead() {
        Exhibits.read(session, "classroom-bart", "The cat sat on the mat.", "The cat slept.");
        session.selection().attention().set(AttentionKind.CROSS);
        session.selection().position(Stack.DECODER).set(2);
        Found found = found();
        assertThat(found.view().kind()).isEqualTo(AttentionKind.CROSS);
        assertThat(found.view().keys()).isEqualTo(exhibit().reading().tokens().encoder());
        assertThat(found.view().queries()).isEqualTo(exhibit().reading().tokens().decoder());
        assertThat(found.query()).isEqualTo(2);
        assertThat(Documents.of(found.answer())).contains("\"attention\":\"cross\"");
    }

    @Test
    void theStateBeforeAnInterventionIsThereToBeCompared() {
        session.exhibitProperty().set(Exhibits.without(exhibit(), "encoder.0.mlp.act"));
        session.selection().layer().set(1);
        Found found = found();
        assertThat(found.before()).isPresent();
        assertThat(model.asked(exhibit()).note()).isEqualTo("Shown is the state after the intervention.");
        assertThat(found.before().orElseThrow().weights().data()).isNotEqualTo(found.view().weights().data());
    }

    @Test
    void controlsStandAsTheyStood() {
        model.filterProperty().set(SentenceFilter.A_TO_B);
        model.hideSpecialProperty().set(true);
        model.openedProperty().set(true);
        NeuronModel other = new NeuronModel(session);
        other.restore(model.settings());
        assertThat(other.settings()).isEqualTo(model.settings());
        other.restore(Map.of("filter", "c-d", "open", "perhaps"));
        assertThat(other.settings()).isEqualTo(model.settings());
    }
}

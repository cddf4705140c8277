package org.vitrine.ui.desktop.steps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.ui.desktop.state.Look;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;

class StepModelTest {
    private Session session;
    private StepModel steps;

    @BeforeEach
    void read() {
        session = Sessions.read("classroom-gpt2", "the cat sat", "");
        steps = new StepModel(session);
    }

    @Test
    void nothingIsCurrentUntilATensorIsChosen() {
        assertThat(steps.stepProperty().get()).isEqualTo(StepModel.NONE);
        assertThat(steps.label()).isEqualTo("89 steps");
        assertThat(steps.sentenceProperty().get()).isEmpty();
        steps.next();
        assertThat(current()).isEqualTo("decoder.embed.tokens");
        assertThat(steps.label()).isEqualTo("step 1 of 89");
    }

    @Test
    void stepsAreInTheOrderOfComputationAndEndAtBothEnds() {
        steps.first();
        for (TensorName name : session.exhibitProperty().get().trace().names()) {
            assertThat(steps.current()).isEqualTo(name);
            assertThat(steps.sentenceProperty().get()).isNotEmpty();
            steps.next();
        }
        assertThat(current()).isEqualTo("head.logits");
        steps.previous();
        assertThat(current()).isEqualTo("decoder.final.norm");
        steps.first();
        steps.previous();
        assertThat(current()).isEqualTo("decoder.embed.tokens");
        steps.last();
        assertThat(steps.stepProperty().get()).isEqualTo(steps.countProperty().get() - 1);
    }

    @Test
    void aLayerOnAndBackIsTheSamePlaceAndBeyondTheLayersTheNextPart() {
        go("decoder.4.attn.pattern");
        steps.nextLayer();
        assertThat(current()).isEqualTo("decoder.5.attn.pattern");
        assertThat(session.selection().layer().get()).isEqualTo(5);
        steps.nextLayer();
        assertThat(current()).isEqualTo("decoder.final.norm");
        steps.nextLayer();
        assertThat(current()).isEqualTo("head.logits");
        steps.nextLayer();
        assertThat(current()).isEqualTo("head.logits");
        steps.previousLayer();
        steps.previousLayer();
        assertThat(current()).isEqualTo("decoder.5.attn.norm");
        go("decoder.0.mlp.act");
        steps.previousLayer();
        assertThat(current()).isEqualTo("decoder.embed.tokens");
    }

    @Test
    void theStepFollowsTheLayerThatIsChosenElsewhere() {
        go("decoder.1.attn.q");
        session.selection().layer().set(3);
        assertThat(current()).isEqualTo("decoder.3.attn.q");
        go("head.logits");
        session.selection().layer().set(2);
        assertThat(current()).isEqualTo("head.logits");
        assertThat(steps.layer()).isEqualTo(2);
    }

    @Test
    void playingGoesOnStepByStepAndStopsAtTheEnd() {
        go("decoder.final.norm");
        steps.tick();
        assertThat(current()).as("it does not play").isEqualTo("decoder.final.norm");
        steps.playingProperty().set(true);
        steps.tick();
        assertThat(current()).isEqualTo("head.logits");
        assertThat(steps.playingProperty().get()).isFalse();
        steps.playingProperty().set(true);
        assertThat(current()).as("from the beginning again").isEqualTo("decoder.embed.tokens");
        assertThat(steps.playingProperty().get()).isTrue();
    }

    @Test
    void anotherTextHasOtherSteps() {
        go("decoder.1.attn.q");
        Sessions.read(session, "classroom-bart", "the cat sat", "");
        assertThat(steps.countProperty().get()).isEqualTo(120);
        assertThat(steps.stepProperty().get()).isEqualTo(steps.names().indexOf(TensorName.parse("decoder.1.attn.q")));
    }

    @Test
    void nothingWasReadYet() {
        StepModel none = new StepModel(new Session(Desk.direct(), new Look(false, 1)));
        none.next();
        none.previousLayer();
        none.nextLayer();
        none.playingProperty().set(true);
        none.tick();
        assertThat(none.current()).isNull();
        assertThat(none.label()).isEqualTo("0 steps");
    }

    private void go(String name) {
        session.selection().tensor().set(TensorName.parse(name));
    }

    private String current() {
        return String.valueOf(steps.current());
    }
}

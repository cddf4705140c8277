package org.vitrine.ui.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.transformer.tensor.Tensor;
import org.vitrine.transformer.trace.Recorder;
import org.vitrine.transformer.trace.TensorName;
import org.vitrine.transformer.trace.Trace;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.ForwardPass;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.steps.Sessions;
import org.vitrine.ui.desktop.work.Progress;
import org.vitrine.ui.picture.spot.CellSpot;

class InspectorModelTest {
    private static final TensorName PATTERN = TensorName.parse("decoder.2.attn.pattern");

    private Session session;
    private InspectorModel model;

    @BeforeEach
    void read() {
        session = Sessions.read("classroom-gpt2", "the cat sat on the mat", "");
        model = new InspectorModel(session);
    }

    @Test
    void theFirstThingToBeSeenIsWhereTokensLook() {
        assertThat(model.inspectedProperty().get()).as("nobody sees it").isNull();
        model.setVisible(true);
        assertThat(model.inspectedProperty().get().name()).hasToString("decoder.0.attn.pattern");
        assertThat(session.selection().tensor().get()).hasToString("decoder.0.attn.pattern");
    }

    @Test
    void theSliceFollowsTheHeadAndSetsIt() {
        look(PATTERN);
        assertThat(shown().map().words()).isEqualTo("decoder.2.attn.pattern, head 0");
        session.selection().head().set(3);
        assertThat(shown().map().slice().index()).isEqualTo(3);
        assertThat(shown().map().matrix().data()).isEqualTo(shown().tensor().slice(3).data());
        model.setIndex(1);
        assertThat(session.selection().head().get()).isEqualTo(1);
        assertThat(shown().map().slice().index()).isEqualTo(1);
    }

    @Test
    void anyAxisCanBeCut() {
        look(PATTERN);
        model.axisProperty().set(1);
        model.setIndex(4);
        assertThat(shown().map().words()).isEqualTo("decoder.2.attn.pattern, token 4 ·the");
        assertThat(session.selection().head().get()).as("no head was chosen").isEqualTo(-1);
        assertThat(shown().map().rows().letter()).isEqualTo("H");
        assertThat(shown().map().columns().letter()).isEqualTo("S");
        assertThat(shown().map().matrix().at(3, 2)).isEqualTo(shown().tensor().at(3, 4, 2));
    }

    @Test
    void aNumberThatIsChosenBringsItsSliceIntoView() {
        look(PATTERN);
        session.selection().choose(CellSpot.of(PATTERN, 2, 5, 1));
        assertThat(shown().map().slice().index()).isEqualTo(2);
        assertThat(shown().map().find(session.selection().cell().get())).containsExactly(5, 1);
        TensorName act = TensorName.parse("decoder.1.mlp.act");
        model.numbersProperty().set(true);
        look(act);
        session.selection().choose(CellSpot.of(act, 3, 400));
        assertThat(model.firstColumnProperty().get()).isEqualTo(397);
        TensorName out = TensorName.parse("decoder.1.mlp.out");
        session.selection().choose(CellSpot.of(out, 3, 90));
        assertThat(model.firstColumnProperty().get()).as("in a tensor that was not on show").isEqualTo(87);
    }

    @Test
    void theScaleIsThatOfTheTensorTheSliceOrAPercentile() {
        TensorName scores = TensorName.parse("decoder.2.attn.scores");
        look(scores);
        assertThat(shown().map().max()).isEqualTo(shown().numbers().statistics().greatest());
        assertThat(shown().numbers().statistics().masked()).isEqualTo(4 * 15);
        model.scaleProperty().set(Scale.SLICE);
        assertThat(shown().map().max()).isEqualTo(shown().part().orElseThrow().statistics().greatest());
        assertThat(shown().part().orElseThrow().statistics().masked()).isEqualTo(15);
        model.scaleProperty().set(Scale.PERCENTILE_90);
        assertThat(shown().map().max()).isBetween(0.01, shown().numbers().statistics().greatest() - 0.01);
    }

    @Test
    void whatAnInterventionChangedIsShownSigned() {
        Exhibit read = session.exhibitProperty().get();
        Trace doubled = ForwardPass.rerun(read, inner -> doubling(inner, PATTERN), Progress.NONE);
        session.exhibitProperty().set(read.with(doubled, Optional.of(read.trace())));
        look(PATTERN);
        assertThat(shown().comparable()).isTrue();
        assertThat(shown().map().difference()).isTrue();
        assertThat(shown().map().words()).endsWith("after − before");
        assertThat(shown().tensor().data()).isEqualTo(read.trace().get(PATTERN).data());
        model.comparedProperty().set(Compared.AFTER);
        assertThat(shown().tensor()).isSameAs(doubled.get(PATTERN));
        assertThat(shown().map().difference()).isFalse();
        model.comparedProperty().set(Compared.BEFORE);
        assertThat(shown().tensor()).isSameAs(read.trace().get(PATTERN));
    }

    private static Recorder doubling(Recorder inner, TensorName wanted) {
        return (name, tensor) -> {
            float[] data = tensor.data().clone();
            for (int i = 0; i < data.length; i++) {
                data[i] *= 2;
            }
            return inner.keep(name, name.equals(wanted) ? Tensor.of(data, tensor.shape()) : tensor);
        };
    }

    @Test
    void itFollowsAnotherTextAndAnotherModel() {
        look(PATTERN);
        session.selection().head().set(3);
        Sessions.read(session, "classroom-gpt2", "the", "");
        assertThat(shown().tensor().shape().dims()).containsExactly(4, 1, 1);
        Sessions.read(session, "classroom-bert", "the cat", "");
        assertThat(shown().name()).hasToString("encoder.0.attn.pattern");
    }

    @Test
    void itsControlsAreFoundAsTheyWere() {
        model.axisProperty().set(2);
        model.scaleProperty().set(Scale.PERCENTILE_99);
        model.comparedProperty().set(Compared.BEFORE);
        model.numbersProperty().set(true);
        model.logarithmicProperty().set(false);
        InspectorModel other = new InspectorModel(session);
        other.restore(model.settings());
        assertThat(other.settings()).isEqualTo(model.settings()).containsEntry("scale", "percentile_99");
        other.restore(Map.of("axis", "7", "scale", "huge", "numbers", "perhaps"));
        assertThat(other.settings()).isEqualTo(model.settings());
    }

    private void look(TensorName name) {
        model.setVisible(true);
        session.selection().tensor().set(name);
    }

    private Inspected shown() {
        return model.inspectedProperty().get();
    }
}

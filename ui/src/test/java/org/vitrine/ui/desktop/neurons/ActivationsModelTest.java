package org.vitrine.ui.desktop.neurons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.vitrine.explain.neurons.NeuronActivation;
import org.vitrine.explain.neurons.NeuronReader;
import org.vitrine.transformer.trace.Stack;
import org.vitrine.ui.answer.ActivationsAnswer;
import org.vitrine.ui.answer.Documents;
import org.vitrine.ui.answer.StartChoice;
import org.vitrine.ui.desktop.neurons.ActivationsModel.Mode;
import org.vitrine.ui.desktop.state.Exhibit;
import org.vitrine.ui.desktop.state.Selection;
import org.vitrine.ui.desktop.state.Session;
import org.vitrine.ui.desktop.work.Desk;
import org.vitrine.ui.picture.ActivationsPicture;
import org.vitrine.ui.picture.spot.FactorSpot;
import org.vitrine.ui.picture.spot.NeuronSpot;
import org.vitrine.ui.picture.spot.TokenSpot;

class ActivationsModelTest {
    private static final String TEXT = "The cat sat. The dog ran. The cat ran.";

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Session session = Exhibits.session(new Desk(background::add, Runnable::run));
    private final ActivationsModel model = new ActivationsModel(session);

    private void read(String name, String text) {
        Exhibits.read(session, name, text, "");
        work();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private Exhibit exhibit() {
        return session.exhibitProperty().get();
    }

    @Test
    void nothingIsSearchedForUntilSomebodyLooks() {
        read("classroom-bert", TEXT);
        assertThat(model.factorsProperty().get()).isNull();
        model.shown(true);
        assertThat(background).hasSize(1);
        work();
        ActivationsAnswer found = model.factorsProperty().get();
        assertThat(found.factors().components()).isEqualTo(8);
        assertThat(found.factors().toLayer()).isEqualTo(6);
        assertThat(model.courseProperty().get()).startsWith("iteration ").contains(" of at most 500, error ");
        model.shown(false);
        model.shown(true);
        assertThat(background).as("what was found stays").isEmpty();
    }

    @Test
    void thereAreNoMoreFactorsThanTokensAndLayersAreKeptInRange() {
        model.componentsProperty().set(16);
        model.fromProperty().set(4);
        model.toProperty().set(99);
        read("classroom-gpt2", "Two plus");
        assertThat(model.question(exhibit()).components()).isEqualTo(exhibit().passage().size());
        assertThat(model.question(exhibit())).extracting(FactorQuestion::from, FactorQuestion::to)
                .containsExactly(4, 6);
        model.fromProperty().set(50);
        assertThat(model.question(exhibit())).extracting(FactorQuestion::from, FactorQuestion::to)
                .containsExactly(5, 6);
        assertThat(model.question(exhibit()).stack()).isEqualTo(Stack.DECODER);
    }

    @Test
    void anotherQuestionEndsTheSearchThatGoesOn() {
        read("classroom-bert", TEXT);
        model.shown(true);
        Runnable first = background.remove();
        model.componentsProperty().set(3);
        first.run();
        assertThat(model.factorsProperty().get()).as("the first search was given up").isNull();
        work();
        assertThat(model.factorsProperty().get().factors().components()).isEqualTo(3);
    }

    @Test
    void whoeverLeavesEndsTheSearchAndWhoeverComesBackStartsItAnew() {
        read("classroom-bert", TEXT);
        model.shown(true);
        model.shown(false);
        work();
        assertThat(model.factorsProperty().get()).isNull();
        assertThat(model.searching().busyProperty().get()).isFalse();
        model.shown(true);
        work();
        assertThat(model.factorsProperty().get()).isNotNull();
    }

    @Test
    void nothingOfAnOldTextStays() {
        read("classroom-bert", TEXT);
        model.shown(true);
        work();
        model.shown(false);
        read("classroom-bert", "Another text.");
        assertThat(model.factorsProperty().get()).isNull();
        assertThat(model.neuronsProperty().get()).isNull();
    }

    @Test
    void anotherStartAndAnotherSeedAreAnotherSearch() {
        read("classroom-bart", TEXT);
        model.shown(true);
        model.stackProperty().set(Stack.DECODER);
        model.startProperty().set(StartChoice.NNDSVD);
        work();
        assertThat(model.factorsProperty().get().factors().start()).isEqualTo("NNDSVDa");
        assertThat(Documents.of(model.factorsProperty().get())).contains("\"stack\":\"decoder\"",
                "\"start\":\"nndsvd\"");
        model.startProperty().set(StartChoice.RANDOM);
        model.seedProperty().set(7);
        work();
        assertThat(model.factorsProperty().get().factors().start()).isEqualTo("random, seed 7");
    }

    @Test
    void aFactorIsPinnedUntilItIsChosenAgainOrIsNoMore() {
        read("classroom-bert", TEXT);
        model.shown(true);
        work();
        model.choose(new FactorSpot(6));
        assertThat(model.pinnedProperty().get()).isEqualTo(6);
        model.choose(new FactorSpot(2));
        assertThat(model.pinnedProperty().get()).isEqualTo(2);
        model.choose(new FactorSpot(2));
        assertThat(model.pinnedProperty().get()).isEqualTo(ActivationsPicture.ALL);
        model.choose(new FactorSpot(6));
        model.componentsProperty().set(4);
        work();
        assertThat(model.pinnedProperty().get()).isEqualTo(ActivationsPicture.ALL);
    }

    @Test
    void whatIsChosenIsChosenEverywhere() {
        read("classroom-bert", TEXT);
        NeuronSpot neuron = new NeuronSpot(Stack.ENCODER, 3, 117);
        model.choose(neuron);
        model.choose(new TokenSpot(Stack.ENCODER, 2));
        assertThat(session.selection().neuron().get()).isEqualTo(neuron);
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(2);
        model.chooseTwice(neuron);
        assertThat(model.modeProperty().get()).isEqualTo(Mode.NEURON);
    }

    @Test
    void theStrongestNeuronsOfTheSelectedTokenAreLookedUpAndTheFirstIsShown() {
        read("classroom-bert", TEXT);
        model.modeProperty().set(Mode.NEURON);
        model.shown(true);
        session.selection().position(Stack.ENCODER).set(2);
        work();
        NeuronLookup.Found found = model.neuronsProperty().get();
        NeuronActivation first = new NeuronReader(exhibit().trace(), Stack.ENCODER).top(2, 1, layer -> true).neurons()
                .getFirst();
        assertThat(found.shown().top().orElseThrow().neurons().getFirst()).isEqualTo(first);
        assertThat(found.shown().text().orElseThrow().neuron()).isEqualTo(first.neuron());
        assertThat(Documents.of(found.answer().orElseThrow())).contains("\"position\":2", "\"other_tokens\"");
        session.selection().position(Stack.ENCODER).set(Selection.NONE);
        work();
        assertThat(model.neuronsProperty().get().shown().top()).isEmpty();
        assertThat(model.neuronsProperty().get().answer()).isEmpty();
    }

    @Test
    void aNeuronAPositionOrAWordIsFound() {
        read("classroom-bert", TEXT);
        model.modeProperty().set(Mode.NEURON);
        model.shown(true);
        assertThat(model.find("3.117")).isEmpty();
        work();
        assertThat(model.neuronsProperty().get().shown().text().orElseThrow().neuron()).isEqualTo(117);
        assertThat(Documents.of(model.neuronsProperty().get().answer().orElseThrow())).contains("\"neuron\":117");
        assertThat(model.find(" 4 ")).isEmpty();
        assertThat(session.selection().position(Stack.ENCODER).get()).isEqualTo(4);
        assertThat(session.selection().neuron().get()).as("the token's own neurons are wanted").isNull();
        assertThat(model.find("CAT")).isEmpty();
        int second = session.selection().position(Stack.ENCODER).get();
        assertThat(exhibit().reading().tokens().encoder().get(second).token()).isEqualTo("cat");
        assertThat(second).isGreaterThan(4);
        assertThat(model.find("cat")).isEmpty();
        assertThat(session.selection().position(Stack.ENCODER).get()).as("from the last to the first").isLessThan(4);
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThat(model.find("3.1")).isEqualTo("Nothing was read yet.");
        read("classroom-bert", TEXT);
        assertThat(model.find("6.0")).isEqualTo("There is no layer 6; the encoder's layers are 0 to 5.");
        assertThat(model.find("0.512")).isEqualTo("There is no neuron 0.512; the neurons of a layer are 0 to 511.");
        assertThat(model.find("99")).startsWith("There is no position 99; the positions are 0 to ");
        assertThat(model.find("zebra")).isEqualTo("No token of this text reads “zebra”.");
        assertThat(model.find("99999999999.1")).startsWith("No token");
        assertThat(model.find("")).startsWith("Type a neuron");
    }

    @Test
    void afterAnInterventionTheChangesAreShown() {
        read("classroom-bert", TEXT);
        model.modeProperty().set(Mode.NEURON);
        session.exhibitProperty().set(Exhibits.without(exhibit(), "encoder.0.mlp.act"));
        session.selection().position(Stack.ENCODER).set(2);
        session.selection().neuron().set(new NeuronSpot(Stack.ENCODER, 0, 5));
        model.shown(true);
        work();
        NeuronLookup.Found found = model.neuronsProperty().get();
        float before = new NeuronReader(exhibit().before().orElseThrow(), Stack.ENCODER).text(0, 5).activations().at(2);
        assertThat(found.shown().changed()).isTrue();
        assertThat(found.shown().text().orElseThrow().activations().at(2)).isEqualTo(-before);
        assertThat(found.shown().top().orElseThrow().neurons()).anyMatch(each -> each.activation() < 0);
        model.modeProperty().set(Mode.FACTORS);
        work();
        assertThat(model.factorsProperty().get()).isNotNull();
    }

    @Test
    void controlsStandAsTheyStood() {
        model.modeProperty().set(Mode.NEURON);
        model.stackProperty().set(Stack.DECODER);
        model.componentsProperty().set(5);
        model.fromProperty().set(2);
        model.toProperty().set(4);
        model.startProperty().set(StartChoice.NNDSVD);
        model.seedProperty().set(9);
        ActivationsModel other = new ActivationsModel(session);
        other.restore(model.settings());
        assertThat(other.settings()).isEqualTo(model.settings());
        other.restore(Map.of("components", "17", "from_layer", "-1", "to_layer", "1", "seed", "x", "mode", "all"));
        assertThat(other.settings()).isEqualTo(model.settings());
    }
}

package org.vitrine.ui.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, every view shows it or says in a sentence why it does not. */
class OddTextsInTheWindowTest {
    private static final List<String> TEXTS = List.of("The cat sat on the mat.", "", "a", " ", "\n\n",
            "The dog ran. ".repeat(62), "😀 日本語\nline two\ttab é ñ 🏳️‍🌈 العربية", "[MASK]<mask></s>[SEP]");

    @ParameterizedTest
    @ValueSource(strings = {"classroom-gpt2", "classroom-bert", "classroom-bart"})
    void nothingFails(String model) {
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        try (Fx fx = Fx.open()) {
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e)));
            for (String text : TEXTS) {
                Fx.run(() -> {
                    fx.session().modelProperty().set(model);
                    fx.session().textProperty().set(text);
                    fx.session().run();
                });
                fx.settle();
                requireSentence(fx, text);
                for (String id : WhatIfInAllViewsTest.VIEWS) {
                    View view = fx.window().view(id).orElseThrow();
                    fx.show(id);
                    requireSentence(fx, view.id() + ": " + text);
                    assertThat(uncaught).as(view.id() + ": " + text).isEmpty();
                    Fx.run(() -> {
                        view.document();
                        view.picture(fx.session().lookProperty().get().theme());
                    });
                }
                fx.screenshot("odd-" + model + "-" + TEXTS.indexOf(text)).requireDrawn();
            }
        } finally {
            Fx.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        }
    }

    private static void requireSentence(Fx fx, String about) {
        String message = Fx.get(() -> fx.session().messageProperty().get());
        assertThat(message).as(about).matches("|(?s)(\\S+ ){2,}.*").doesNotContain("Exception", "null");
    }
}

package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.PicturedAnswer;
import org.vitrine.ui.answer.Question;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Mixin;

/** A command whose answer can be drawn, too. */
abstract class PicturedCommand extends TextCommand {
    @Mixin
    private PictureOptions pictures;

    PicturedCommand(Console console) {
        super(console);
    }

    /** What is asked, as the options have it. */
    abstract Question<? extends PicturedAnswer> question();

    @Override
    void checkOptions() {
        question().check(this);
    }

    /** The answer about the text that was typed, neither shown nor written to a file. */
    final PicturedAnswer answer() {
        return question().open(decided().load(console()), this).apply(typed());
    }

    @Override
    final Function<Texts, ? extends Answer> open(ModelOptions options) {
        pictures.check(hasBatch());
        Function<Texts, ? extends PicturedAnswer> answers = question().open(options.load(console()), this);
        return texts -> {
            PicturedAnswer answer = answers.apply(texts);
            pictures.write(answer, console());
            return answer;
        };
    }
}

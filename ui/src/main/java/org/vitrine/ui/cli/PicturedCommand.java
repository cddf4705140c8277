package org.vitrine.ui.cli;

import java.util.function.Function;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Mixin;

/** A command whose answer can be drawn, too. */
abstract class PicturedCommand extends TextCommand {
    @Mixin
    private PictureOptions pictures;

    PicturedCommand(Console console) {
        super(console);
    }

    /** Reads what the command needs once, and says how a text is answered. */
    abstract Function<Texts, PicturedAnswer> openPictured(ModelOptions options);

    /** The answer about the text that was typed, neither shown nor written to a file. */
    final PicturedAnswer answer() {
        return openPictured(decided()).apply(typed());
    }

    @Override
    final Function<Texts, Answer> open(ModelOptions options) {
        pictures.check(hasBatch());
        Function<Texts, PicturedAnswer> answers = openPictured(options);
        return texts -> {
            PicturedAnswer answer = answers.apply(texts);
            pictures.write(answer, console());
            return answer;
        };
    }
}

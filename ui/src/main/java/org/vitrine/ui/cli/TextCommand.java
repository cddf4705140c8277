package org.vitrine.ui.cli;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.tokenizer.TokenizerException;
import org.vitrine.transformer.config.ModelException;
import org.vitrine.ui.answer.Answer;
import org.vitrine.ui.answer.Asker;
import org.vitrine.ui.answer.Json;
import org.vitrine.ui.answer.Working;
import org.vitrine.ui.session.Texts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that answers a question about a text or a pair of texts, or about each line of a file. */
abstract class TextCommand implements Callable<Integer>, Asker {
    @Parameters(index = "0", arity = "0..1", paramLabel = "TEXT",
            description = "The text, in quotes. A leading space counts: GPT-2 writes words with the space before them.")
    private String text;

    @Option(names = "--batch", order = 2, paramLabel = "FILE",
            description = "Instead of TEXT: a file with a JSON object "
                    + "{\"text\": ..., \"text_pair\": ...} a line (- reads standard input). Writes a JSON document a line.")
    private String batch;

    @Mixin
    private ModelOptions model;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    private final Console console;

    TextCommand(Console console) {
        this.console = console;
    }

    /** Reads what the command needs once, and says how a text is answered. */
    abstract Function<Texts, ? extends Answer> open(ModelOptions options);

    /** The second text; empty if there is none, or if the command takes one text only. */
    String second() {
        return "";
    }

    /** Whether a file of texts is answered, not one text. */
    final boolean hasBatch() {
        return batch != null;
    }

    /** Refuses options that make no sense, before anything is read. */
    void checkOptions() {
    }

    @Override
    public final Integer call() {
        if (text == null && batch == null) {
            throw usage("TEXT is missing; put it in quotes, as in: vitrine " + spec.name()
                    + " \" Heathrow airport is in the city of\"");
        }
        if (text != null && batch != null) {
            throw usage("TEXT and --batch exclude each other; give one of them");
        }
        Function<Texts, ? extends Answer> answers = open(decided());
        if (batch != null) {
            BatchFile file = new BatchFile(batch, console);
            file.forEach(each -> console.document(Json.document(answer(answers, each, file)::write)));
        } else {
            output.give(answers.apply(typed()), console);
        }
        return 0;
    }

    /** What was typed; an empty text where there is a file of them. */
    final Texts typed() {
        return new Texts(text == null ? "" : text, second());
    }

    /** The model to read, once all options are found to make sense. */
    final ModelOptions decided() {
        checkOptions();
        model.decide(typed());
        return model;
    }

    /** An error about one text of many says which. */
    private static Answer answer(Function<Texts, ? extends Answer> answers, Texts texts, BatchFile file) {
        try {
            return answers.apply(texts);
        } catch (ModelException | TokenizerException | ParameterException e) {
            throw new CommandException(file.where() + ": " + e.getMessage(), e);
        }
    }

    final Console console() {
        return console;
    }

    @Override
    public final String setting(String name) {
        return name.equals("model") ? "-m" : "--" + name;
    }

    @Override
    public final String setting(String name, Object... values) {
        return Arrays.stream(values).map(Object::toString)
                .map(value -> setting(name) + " " + (value.contains(" ") ? "\"" + value + "\"" : value))
                .collect(Collectors.joining(" "));
    }

    @Override
    public final String pair() {
        return "TEXT_B";
    }

    @Override
    public final void note(String message) {
        console.note(message);
    }

    @Override
    public final Working working() {
        Progress progress = new Progress(console);
        return new Working() {
            @Override
            public void say(String words) {
                progress.say("vitrine: " + words);
            }

            @Override
            public void close() {
                progress.close();
            }
        };
    }

    /** An error of the kind "wrong usage". */
    @Override
    public final ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}

package org.vitrine.ui.desktop.attention;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vitrine.ui.cli.NumberList;
import picocli.CommandLine.TypeConversionException;

/**
 * Some of the layers or heads, as they are typed: {@code 0-3,5}; nothing means all. While what is typed makes no sense the last
 * that did holds. A model without widgets.
 */
final class NumberText {
    private final String what;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<List<Integer>> wanted = new ReadOnlyObjectWrapper<>(this, "wanted", List.of());
    private int count;

    /** @param what the numbers are of: {@code layer} */
    NumberText(String what) {
        this.what = what;
        text.subscribe((before, now) -> read());
    }

    /** What is typed. */
    StringProperty text() {
        return text;
    }

    /** What is wrong with it, in plain words; empty if nothing is. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is meant; empty for all. */
    ReadOnlyObjectProperty<List<Integer>> wanted() {
        return wanted.getReadOnlyProperty();
    }

    /** Says how many there are. */
    void count(int now) {
        count = now;
        read();
    }

    /** Those of the numbers below a count that are meant; all if none of them is. */
    List<Integer> among(int known) {
        List<Integer> some = wanted.get().stream().filter(number -> number < known).toList();
        return some.isEmpty() ? IntStream.range(0, known).boxed().toList() : some;
    }

    private void read() {
        try {
            List<Integer> numbers = text.get().isBlank() ? List.of()
                    : new NumberList.Reader().convert(text.get().strip()).numbers();
            int last = numbers.isEmpty() ? 0 : numbers.getLast();
            if (count > 0 && last >= count) {
                problem.set("There is no " + what + " " + last + "; there are 0 to " + (count - 1) + ".");
            } else {
                problem.set("");
                wanted.set(numbers);
            }
        } catch (TypeConversionException e) {
            String words = e.getMessage();
            problem.set(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
        }
    }
}

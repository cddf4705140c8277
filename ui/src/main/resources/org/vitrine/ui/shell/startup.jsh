/* What `vitrine jshell` imports beside the JDK's usual packages; where two have a class of one name, which one is meant. */
import static org.vitrine.ui.api.Vitrine.*;
import org.vitrine.ui.api.*;
import org.vitrine.ui.api.NeuronView;
import org.vitrine.ui.drawing.Theme;
import org.vitrine.explain.*;
import org.vitrine.explain.attention.*;
import org.vitrine.explain.factors.*;
import org.vitrine.explain.whatif.*;
import org.vitrine.tokenizer.*;
import org.vitrine.transformer.tensor.*;
import org.vitrine.transformer.trace.*;
import org.vitrine.transformer.trace.Stack;

/** Draws what {@code explain} found: in the terminal, as JSON, in a window. Does no arithmetic beyond layout and colour. */
module org.vitrine.ui {
    requires transitive org.vitrine.explain;
    requires transitive java.desktop;
    requires transitive javafx.controls;
    requires atlantafx.base;
    requires info.picocli;
    requires jdk.incubator.vector;
    requires tools.jackson.core;
    // For vitrine jshell alone, which the launcher starts.
    requires static java.prefs;
    requires static jdk.jshell;

    exports org.vitrine.ui.api;
    exports org.vitrine.ui.desktop;
    exports org.vitrine.ui.desktop.canvas;
    exports org.vitrine.ui.desktop.inspector;
    exports org.vitrine.ui.desktop.saved;
    exports org.vitrine.ui.desktop.state;
    exports org.vitrine.ui.desktop.steps;
    exports org.vitrine.ui.desktop.top;
    exports org.vitrine.ui.desktop.work;
    exports org.vitrine.ui.drawing;
    exports org.vitrine.ui.picture.spot;
    exports org.vitrine.ui.picture;
    exports org.vitrine.ui.session;
    opens org.vitrine.ui.cli to info.picocli;
}

/** Times the work that users wait for, at real sizes. Not part of what a user installs. */
@SuppressWarnings("requires-automatic") // JMH has no module descriptor
module org.vitrine.bench {
    requires info.picocli;
    requires java.management;
    requires jdk.incubator.vector;
    requires jdk.management;
    requires static jmh.core; // JMH itself runs on the class path
    requires org.vitrine.explain;
    requires org.vitrine.ui;
    requires tools.jackson.databind;

    opens org.vitrine.bench to info.picocli;
}

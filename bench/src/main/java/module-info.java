/** Times the work that users wait for, at real sizes. Not part of what a user installs. */
module org.vitrine.bench {
    requires info.picocli;
    requires java.management;
    requires jdk.incubator.vector;
    requires jdk.management;
    requires org.vitrine.explain;
    requires org.vitrine.ui;
    requires tools.jackson.databind;

    opens org.vitrine.bench to info.picocli;
}

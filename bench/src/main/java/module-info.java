/** Times the work that users wait for, at real sizes. Not part of what a user installs. */
module org.vitrine.bench {
    requires java.management;
    requires org.vitrine.explain;
    requires org.vitrine.ui;
}

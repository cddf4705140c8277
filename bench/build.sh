# Sourced by the programs beside it. Builds, and sets `java`, the Java that Maven found (`java` itself may be an older one), and
# `modules`, a path with all that they need.
home=$(cd "$(dirname "$0")/.." && pwd)
mvn -q -B -ntp -f "$home/pom.xml" -pl bench -am -Pbench -DskipTests \
    -Dformatter.skip=true -Dstyle.color=never verify >&2
java=$(sed -n 's/^ *java\.home = //p' "$home/bench/target/java")/bin/java
modules=$(cat "$home/bench/target/modules"):$(echo "$home"/bench/target/vitrine-bench-*.jar)

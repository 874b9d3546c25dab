# To be sourced: runs one end-to-end test by itself, on JVMs that compile as in production.
#   alone TEST [OPTION …]
alone() {
  local test="$1"
  shift
  exec ./mvnw -q -B -ntp -am -pl deploy/end-to-end verify \
    -Dtest.jvm=-XX:+TieredCompilation -Dit.test="$test" -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "$@"
}

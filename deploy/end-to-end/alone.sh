# To be sourced: runs one end-to-end test by itself, in place of the script.
#   alone TEST [OPTION …]
alone() {
  local test="$1"
  shift
  exec ./mvnw -q -B -ntp -am -pl deploy/end-to-end verify \
    -Dit.test="$test" -Dtest=NoUnitTest -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false "$@"
}

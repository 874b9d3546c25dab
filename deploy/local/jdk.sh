# To be sourced: sets JAVA, and JAVA_HOME for Maven, to a JDK 17 or newer, or ends with one line that says what to do.

jdk_version() { # JDK folder; prints its major version, or nothing if it is no JDK
  [[ -x "$1/bin/java" && -x "$1/bin/javac" ]] || return 0
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

jdk_candidates() {
  if [[ -n "${JAVA_HOME:-}" ]]; then echo "$JAVA_HOME"; fi
  local javac
  if javac="$(command -v javac)"; then
    while [[ -L "$javac" ]]; do
      local target
      target="$(readlink "$javac")"
      [[ "$target" == /* ]] || target="$(dirname "$javac")/$target"
      javac="$target"
    done
    echo "$(cd "$(dirname "$javac")/.." && pwd)"
  fi
  if [[ -x /usr/libexec/java_home ]]; then /usr/libexec/java_home -v 17+ 2>/dev/null || true; fi
  local folder
  for folder in /usr/lib/jvm/* /opt/java/*; do
    if [[ -d "$folder" ]]; then echo "$folder"; fi
  done
}

JAVA=""
while IFS= read -r candidate; do
  version="$(jdk_version "$candidate")"
  if [[ -n "$version" ]] && ((version >= 17)); then
    export JAVA_HOME="$candidate"
    JAVA="$candidate/bin/java"
    break
  fi
done < <(jdk_candidates)
if [[ -z "$JAVA" ]]; then
  echo "No JDK 17 or newer was found: install one (Debian: apt install openjdk-17-jdk-headless) or set JAVA_HOME to it." >&2
  exit 2
fi

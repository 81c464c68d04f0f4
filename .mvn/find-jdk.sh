# Sourced by ./mvnw and ./pilothouse. Sets JAVA_HOME to a JDK of at least release 25, or says what was searched and exits 69.
# The default `java` of a machine is often older than ours, so a fresh checkout must not depend on it.
pilothouse_jdk_ok() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  pilothouse_release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${pilothouse_release:-0}" -ge 25 ]
}

pilothouse_find_jdk() {
  pilothouse_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$pilothouse_on_path" ]; then
    pilothouse_on_path=$(dirname "$(dirname "$(readlink -f "$pilothouse_on_path" 2>/dev/null || echo "$pilothouse_on_path")")")
  fi
  set +f # the patterns below are meant to be expanded
  for pilothouse_jdk in "${PILOTHOUSE_JDK:-}" "${JAVA_HOME:-}" "$pilothouse_on_path" \
    /usr/lib/jvm/* /opt/*jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if pilothouse_jdk_ok "$pilothouse_jdk"; then
      JAVA_HOME=$pilothouse_jdk
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

if ! pilothouse_find_jdk; then
  echo "Pilothouse needs a JDK of release 25 or newer and found none." >&2
  echo "Searched: PILOTHOUSE_JDK, JAVA_HOME, javac on the PATH, /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks. Install one, or set PILOTHOUSE_JDK to its folder." >&2
  exit 69
fi

# Finds the tools of the project; sourced by the scripts, never run. Each function prints a path, or says in one
# sentence what to install and ends the script.

# A JDK 25 with a compiler: the first that fits of COUNTERPART_JAVA_HOME, JAVA_HOME, java on the path, usual folders.
java_25() {
    local candidate on_path
    on_path=$(command -v javac || true)
    if [ -n "$on_path" ]; then
        on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    fi
    for candidate in "${COUNTERPART_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    echo "Counterpart needs a JDK 25; install one (for example Eclipse Temurin 25) or set COUNTERPART_JAVA_HOME to it." >&2
    exit 1
}

is_jdk_25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

# Maven 3 on Java 25 would warn about its own libraries at each run.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"

maven() {
    command -v mvn && return
    echo "Counterpart needs Apache Maven 3.8 or later; install the package maven of your system." >&2
    exit 1
}

# Says which step runs, so that the log of a failed run names it.
step() {
    echo "== $*"
}

package nl.buurtpuls.endtoend;

/** A terminal of somebody who has just cloned the project: what is set for the JVMs of tests is not set there. */
final class Terminal {

    private Terminal() {}

    /** A command that is about to be called; its errors are among what it prints. */
    static ProcessBuilder about(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JDK_JAVA_OPTIONS");
        return builder;
    }

    /** Lines of a document, as bash takes them; the first that fails is the last. */
    static ProcessBuilder bash(String lines) {
        return about("bash", "-euo", "pipefail", "-c", lines);
    }
}

package nl.buurtpuls.areas.file;

/** The file is none that can be read, as one line for the person who gave it. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unreadable(String line) {
        super(line);
    }
}

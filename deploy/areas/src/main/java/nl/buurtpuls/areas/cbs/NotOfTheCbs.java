package nl.buurtpuls.areas.cbs;

/** The file is none that can be read, as one line for the person who gave it. */
public final class NotOfTheCbs extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOfTheCbs(String line) {
        super(line);
    }
}

package nl.buurtpuls.report.generation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import nl.buurtpuls.contract.topic.Generation;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The generation of the figures that this instance takes from Kafka. It need not be the one that is read. */
@ApplicationScoped
public class WrittenGeneration {

    private final Generation generation;

    WrittenGeneration(@ConfigProperty(name = "buurtpuls.generation") OptionalInt number) {
        this.generation = new Generation(number.orElse(Generation.FIRST.number()));
    }

    /** The statement that each transaction which writes figures begins with: from then on tables are its own. */
    public String entering() {
        return "select enter_generation(" + generation.number() + ")";
    }
}

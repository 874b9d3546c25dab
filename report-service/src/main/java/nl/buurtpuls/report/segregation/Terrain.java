package nl.buurtpuls.report.segregation;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.OptionalDouble;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;

/** What the indices of space need to know of the ground. */
public interface Terrain {

    /** Land area of a buurt or wijk, in km²; empty if not known. */
    OptionalDouble landArea(String code);

    /** Codes of the areas of the same level that border on this one; empty if not known. Both ways. */
    Set<String> neighbours(String code);

    /** Takes it from the area table. */
    @ApplicationScoped
    class Source {
        @Produces
        @Singleton
        @DefaultBean
        Terrain terrain(AreaTable areas) {
            return new Terrain() {
                @Override
                public OptionalDouble landArea(String code) {
                    return areas.landArea(code);
                }

                @Override
                public Set<String> neighbours(String code) {
                    return areas.neighbours(code);
                }
            };
        }
    }
}

package nl.buurtpuls.report.map;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;

/** The part of OGC API Features (OGC 17-069r4) that is asked of PDOK. */
@Path("/collections/{collection}/items")
interface PdokFeatures {

    /** A page of features, as GeoJSON in WGS84 (which is what this API gives where nothing else is asked for). */
    @GET
    @Produces("application/geo+json")
    Uni<byte[]> items(@PathParam("collection") String collection, @RestQuery Map<String, String> query);
}

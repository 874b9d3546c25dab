package nl.buurtpuls.report.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** PostgreSQL has no text with the character U+0000 and fails on it: no path of ours holds it, and no parameter may. */
@Provider
@PreMatching
public final class NoNul implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (isIn(request.getUriInfo().getPath())) {
            throw new NotFoundException();
        }
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(NoNul::isIn)) {
                throw ProblemException.invalid(name, "control-character", name + " holds the character U+0000.");
            }
        });
    }

    /** Whether a text holds the character. */
    public static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }
}

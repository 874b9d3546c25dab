package nl.buurtpuls.report.testing;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import nl.buurtpuls.contract.access.Roles;

/** Calls as a reader of exact figures, for tests of how figures are read; what is published has tests of its own. */
public final class ExactReader {

    private static final String PURPOSE_HEADER = "Buurtpuls-Purpose";

    private ExactReader() {}

    /** A call that shows the token and says what for. */
    public static RequestSpecification given() {
        return RestAssured.given()
                .header("Authorization", Keys.bearer(Roles.EXACT_READER))
                .header(PURPOSE_HEADER, "tests of reading");
    }

    /** The answer to such a call. */
    public static Response get(String path, Object... parameters) {
        return given().get(path, parameters);
    }
}

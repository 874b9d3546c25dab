package nl.buurtpuls.report.access;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.report.testing.Keys;
import nl.buurtpuls.report.testing.ServiceTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation for each role, where nothing is open to all. */
@ServiceTest
@TestProfile(RolesTest.Closed.class)
class RolesTest {

    /** Reading takes a token. */
    public static final class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("buurtpuls.access.anonymous", "false");
        }
    }

    /** The roles that let in, by operation. */
    static Map<String, Set<String>> table() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        try (InputStream in = RolesTest.class.getResourceAsStream("/access/operations.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] cells = line.split(" \\| ");
                table.put(cells[0], Set.of(cells[1].split(" ")));
            });
        }
        return table;
    }

    static Set<String> operations() throws IOException {
        return table().keySet();
    }

    @Test
    void everyOperationOfTheDocumentHasItsRoles() throws IOException {
        Map<String, Map<String, Object>> paths =
                get("/v1/openapi.json").then().statusCode(200).extract().path("paths");
        Set<String> documented = new TreeSet<>();
        paths.forEach((path, item) -> item.keySet().stream()
                .filter(key -> Set.of("get", "post", "put", "delete", "patch").contains(key))
                .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(documented).isEqualTo(table().keySet());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void eachRoleIsLetInWhereItMayAndNowhereElse(String operation) throws IOException {
        Set<String> allowed = table().get(operation);

        for (String role : Roles.all()) {
            ValidatableResponse answer = call(operation, Keys.bearer(role));
            int status = answer.extract().statusCode();
            if (allowed.contains(role)) {
                assertThat(status).as("%s as %s", operation, role).isNotIn(401, 403);
            } else {
                assertThat(status).as("%s as %s", operation, role).isEqualTo(403);
                answer.contentType(startsWith("application/problem+json"))
                        .header("WWW-Authenticate", containsString("error=\"insufficient_scope\""))
                        .body("type", equalTo("urn:buurtpuls:problem:forbidden"))
                        .body("detail", startsWith("The token does not give the role "));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void withoutTokenNobodyIsLetIn(String operation) {
        call(operation, null)
                .statusCode(401)
                .contentType(startsWith("application/problem+json"))
                .header("WWW-Authenticate", equalTo("Bearer realm=\"buurtpuls\""))
                .body("type", equalTo("urn:buurtpuls:problem:unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/openapi.json", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void whatDescribesTheServiceIsOpen(String path) {
        get(path).then().statusCode(200);
    }

    private static ValidatableResponse call(String operation, @Nullable String authorization) {
        String[] words = operation.split(" ");
        RequestSpecification call = given();
        if (authorization != null) {
            call.header("Authorization", authorization);
        }
        if (words[0].matches("POST|PUT|PATCH")) {
            call.contentType(words[1].equals("/v1/context-figures") ? "text/csv" : "application/json")
                    .body("{}".getBytes(StandardCharsets.UTF_8));
        }
        return call.request(words[0], words[1].replaceAll("\\{\\w+}", "nowhere"))
                .then();
    }
}

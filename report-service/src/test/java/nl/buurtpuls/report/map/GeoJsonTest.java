package nl.buurtpuls.report.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonTest {

    private final GeoJson read = new GeoJson(new ObjectMapper());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'code':'BU09171000','wijkcode':'WK091710'} | BU09171000",
                "{'statcode':'GM0917','statnaam':'Heerlen'} | GM0917",
                "{'gemeentecode':'GM0917','wijkcode':'WK091710','buurtcode':'BU09171000'} | BU09171000",
                "{'gemeentecode':'GM0917','wijkcode':'WK091710'} | WK091710",
                "{'gemeentecode':'GM0917'} | GM0917",
                "{'buurtcode':' BU0363AA01 '} | BU0363AA01",
            })
    void anAreaIsKnownByItsClosestCode(String properties, String code) throws IOException {
        read.read(collection(
                feature(properties.replace('\'', '"'), "[[[5.9,50.9],[5.91,50.9],[5.9,50.91],[5.9,50.9]]]")));

        assertThat(read.outlines()).containsOnlyKeys(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"code\":\"\"}", "{\"code\":\"NL\"}", "{\"name\":\"Heerlen\"}", "null"})
    void whatHasNoCodeOfAnAreaIsLeftOut(String properties) throws IOException {
        read.read(collection(feature(properties, "[[[5.9,50.9],[5.91,50.9],[5.9,50.91],[5.9,50.9]]]")));

        assertThat(read.outlines()).isEmpty();
    }

    @Test
    void positionsHaveSixDecimalsAndNoHeight() throws IOException {
        read.read(collection(feature(
                "{\"code\":\"GM0917\"}",
                "[[[5.90000049,50.9,12.5],[5.9100006,50.9,12.5],[5.9,50.91,12.5],[5.90000049,50.9,12.5]]]")));

        assertThat(read.outlines().get("GM0917").geoJson())
                .isEqualTo("{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[5.9,50.9],[5.910001,50.9],[5.9,50.91],[5.9,50.9]]]}");
    }

    @Test
    void partsOfOneCodeAreOneOutlineWithoutItsWater() throws IOException {
        String island = "[[[5.1,53.1],[5.2,53.1],[5.1,53.2],[5.1,53.1]]]";
        String shore = "[[[5.3,53.1],[5.4,53.1],[5.3,53.2],[5.3,53.1]]]";
        read.read(collection(
                feature("{\"gemeentecode\":\"GM0060\",\"water\":\"NEE\"}", island),
                feature(
                        "{\"gemeentecode\":\"GM0060\",\"water\":\"JA\"}",
                        "[[[5.6,53.1],[5.7,53.1],[5.6,53.2],[5.6,53.1]]]"),
                feature("{\"gemeentecode\":\"GM0060\",\"water\":\"NEE\"}", shore)));

        assertThat(read.outlines().get("GM0060").geoJson())
                .isEqualTo("{\"type\":\"MultiPolygon\",\"coordinates\":[" + island + "," + shore + "]}");
    }

    @Test
    void aFeatureWithoutAnOutlineIsLeftOut() throws IOException {
        read.read(stream("{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"properties\":{\"code\":\"GM0917\"},\"geometry\":null},"
                + "{\"type\":\"Feature\",\"properties\":{\"code\":\"GM0928\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[6.0,50.8]}}]}"));

        assertThat(read.outlines()).isEmpty();
    }

    @Test
    void whereTheCollectionGoesOnIsTold() throws IOException {
        assertThat(read.read(stream("{\"type\":\"FeatureCollection\",\"links\":[{\"rel\":\"self\",\"href\":\"a\"},"
                        + "{\"rel\":\"next\",\"href\":\"b\"}],\"numberReturned\":0,\"features\":[]}")))
                .contains("b");
        assertThat(read.read(collection())).isEmpty();
    }

    @Test
    void coordinatesOfTheDutchGridAreRefused() {
        assertThatThrownBy(() -> read.read(collection(feature(
                        "{\"code\":\"GM0917\"}",
                        "[[[195000,320000],[196000,320000],[195000,321000],[195000,320000]]]"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no degrees of WGS84: [195000,320000]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "", "{\"type\":\"Feature\"}", "{\"features\":null}"})
    void whatIsNoCollectionIsRefused(String text) {
        assertThatThrownBy(() -> read.read(stream(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no GeoJSON feature collection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"features\":[", "{\"features\":[{]}", "<html>"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> read.read(stream(text))).isInstanceOf(JsonProcessingException.class);
    }

    private static String feature(String properties, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":" + properties
                + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    private static InputStream collection(String... features) {
        return stream("{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

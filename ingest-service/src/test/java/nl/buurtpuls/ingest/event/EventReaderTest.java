package nl.buurtpuls.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.EventData.*;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.EventJson;
import nl.buurtpuls.contract.event.EventType;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Subject;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.testing.Examples;
import nl.buurtpuls.ingest.testing.Table;
import nl.buurtpuls.ingest.testing.Table.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else");
    private static final EventReader READER = new EventReader(new DataReader(AreaTable.shipped(), PSEUDONYMS));

    /** The example of the contract. */
    private static final String MOVE = """
            {"specversion":"1.0","id":"7c1e","source":"urn:nld:oin:00000001001234567000:systeem:burgerzaken",
             "type":"nl.brp.verhuisd.intergemeentelijk","time":"2021-03-02T09:14:05Z",
             "datacontenttype":"application/json",
             "data":{"person":{"bsn":"999990019"},"municipality":"GM0917","effectiveDate":"2021-03-01",
                     "birthDate":"1987-05-12","origin":{"municipality":"GM0363"},
                     "residence":{"buurt":"BU09171000","household":"h-123","dwelling":"d-55"}}}""";

    @Test
    void exampleOfTheContractIsTakenUnderAPseudonym() throws IOException {
        Event event = taken(MOVE);

        assertThat(event.id()).isEqualTo(new EventId("urn:nld:oin:00000001001234567000:systeem:burgerzaken", "7c1e"));
        assertThat(event.data()).isInstanceOf(IntermunicipalMove.class);
        assertThat(((IntermunicipalMove) event.data()).person())
                .isEqualTo(PSEUDONYMS.of("999990019"))
                .hasSize(43);
        assertThat(event.data().municipalityLeft()).isEqualTo("GM0363");
    }

    static Stream<Row> badEvents() {
        return Table.rows("/bad-input/events.txt", 6);
    }

    @ParameterizedTest
    @MethodSource("badEvents")
    void whatBreaksARuleIsNamedWithItsPointer(Row row) {
        assertThat(refused(Examples.changed(row.cell(0), row.cell(1), row.cell(2))))
                .extracting(FieldError::pointer, FieldError::code)
                .contains(tuple(row.cell(4), row.cell(5)));
    }

    private static final String RESIDENCE = "'residence':{'buurt':'BU09171000','household':'h'}";

    /** The least that each type needs beside person, municipality and date. */
    static Stream<Arguments> leastOfEachType() {
        String arrival = "'birthDate':'1987'," + RESIDENCE;
        return Stream.of(
                arguments(EventType.STAND, arrival),
                arguments(EventType.BIRTH, RESIDENCE),
                arguments(EventType.IMMIGRATION, arrival + ",'origin':{}"),
                arguments(EventType.INTERMUNICIPAL_MOVE, arrival + ",'origin':{'municipality':'GM0363'}"),
                arguments(EventType.RETURN_FROM_ABROAD, arrival + ",'origin':{'country':'DE'}"),
                arguments(EventType.MOVE_WITHIN, RESIDENCE),
                arguments(EventType.HOUSEHOLD_CHANGE, RESIDENCE),
                arguments(EventType.EMIGRATION, ""),
                arguments(EventType.DEATH, ""),
                arguments(EventType.BENEFIT_GRANTED, "'scheme':'social-assistance'"),
                arguments(EventType.BENEFIT_ENDED, "'scheme':'disability','benefit':'b-1'"),
                arguments(EventType.INCOME_ASSESSED, "'year':2021,'lowIncome':true,'belowSocialMinimum120':false"),
                arguments(EventType.DWELLING_REGISTERED, "'dwelling':'d','buurt':'BU09171000','tenure':'unknown'"),
                arguments(EventType.RETRACTION, "'retracts':{'source':'urn:nld:x','id':'1'}"));
    }

    @ParameterizedTest
    @MethodSource("leastOfEachType")
    void eachTypeIsTakenWithTheLeastItNeeds(EventType type, String fields) throws IOException {
        ObjectNode event = (ObjectNode) changed(MOVE, "/type", "\"" + type.typeName() + "\"");
        ObjectNode data = event.putObject("data").put("municipality", "GM0917").put("effectiveDate", "2021-01-01");
        if (type != EventType.DWELLING_REGISTERED) {
            data.putObject("person").put("id", "p-1");
        }
        data.setAll((ObjectNode) JSON.readTree("{" + fields.replace('\'', '"') + "}"));

        EventData taken = taken(event.toString()).data();

        assertThat(taken.type()).isEqualTo(type);
        assertThat(EventJson.read(type, EventJson.write(taken))).isEqualTo(taken);
    }

    @Test
    void leastOfEachTypeLeavesNoTypeOut() {
        assertThat(leastOfEachType().map(of -> of.get()[0])).containsExactlyInAnyOrder((Object[]) EventType.values());
    }

    @Test
    void eventThatCanBeSentCanBeRetracted() throws IOException {
        String longest = "i".repeat(1024);
        taken(changed(MOVE, "/id", "\"" + longest + "\"").toString());
        ObjectNode event = (ObjectNode) changed(MOVE, "/type", "\"nl.gebeurtenissen.ingetrokken\"");
        ObjectNode data = event.putObject("data").put("municipality", "GM0917").put("dwelling", "d-1");
        data.putObject("retracts").put("source", "urn:nld:x").put("id", longest);

        assertThat(((Retraction) taken(event.toString()).data()).retracts())
                .isEqualTo(new EventId("urn:nld:x", longest));
    }

    @Test
    void everythingWrongIsNamedAtOnce() throws IOException {
        JsonNode event = changed(changed(MOVE, "/time", "\"noon\""), "/data/residence/buurt", "\"BU1\"");

        assertThat(refused(event))
                .extracting(FieldError::code)
                .containsExactlyInAnyOrder("time-not-rfc-3339", "unknown-buurt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void attributeOfTheProfileThatLacksOrHasAnotherTypeIsCitedAsTheProfiles(String attribute) throws IOException {
        for (String value : new String[] {"-", "7"}) {
            assertThat(refused(changed(MOVE, "/" + attribute, value)))
                    .singleElement()
                    .satisfies(error -> assertThat(error.detail()).endsWith(" (NL GOV profile for CloudEvents 1.1)"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/time", "/datacontenttype", "/data/municipality", "/data/person"})
    void fieldThatBuurtpulsAloneAsksForIsCitedAsNobodyElses(String field) throws IOException {
        assertThat(refused(changed(MOVE, field, "-")))
                .filteredOn(error -> error.pointer().equals(field))
                .singleElement()
                .satisfies(error -> assertThat(error.detail()).isEqualTo("The field is required."));
    }

    @Test
    void errorNamesTheStandardThatAsksForIt() throws IOException {
        JsonNode event = changed(changed(MOVE, "/time", "\"noon\""), "/data/residence/buurt", "\"BU1\"");

        assertThat(refused(event))
                .extracting(FieldError::detail)
                .satisfiesExactlyInAnyOrder(
                        time -> assertThat(time).endsWith(" (NL GOV profile for CloudEvents 1.1)"),
                        buurt -> assertThat(buurt).endsWith(", got 'BU1'."));
    }

    @Test
    void eventWhoseIdIsAHashWithNineDigitsInItIsTakenAndCanBeRetracted() throws IOException {
        String hash = "deadbeefdeadbeefdeadbee999990019";
        JsonNode event = changed(MOVE, "/id", "\"" + hash + "\"");
        ObjectNode retraction = (ObjectNode) changed(MOVE, "/type", "\"nl.gebeurtenissen.ingetrokken\"");
        retraction.putObject("data").put("municipality", "GM0917").put("dwelling", "d-1");
        ((ObjectNode) retraction.get("data"))
                .putObject("retracts")
                .put("source", "urn:nld:x")
                .put("id", hash);

        assertThat(taken(event.toString()).id().id()).isEqualTo(hash);
        assertThat(((Retraction) taken(retraction.toString()).data()).retracts().id())
                .isEqualTo(hash);
    }

    @Test
    void noErrorTellsABsn() throws IOException {
        JsonNode event = changed(changed(MOVE, "/type", "\"999990019\""), "/data/birthDate", "\"999990019\"");

        assertThat(refused(event).toString()).doesNotContain("999990019");
    }

    @Test
    void unknownFieldsAndExtensionsAreTakenAndDropped() throws IOException {
        ObjectNode event = (ObjectNode) changed(MOVE, "/traceparent", "\"00-ab\"");
        ((ObjectNode) event.get("data")).put("nationality", "NL");

        assertThat(taken(event.toString())).isEqualTo(taken(MOVE));
    }

    @Test
    void lastDayAllowedIsTakenInDutchTime() throws IOException {
        // 22:30 UTC on 30 April is half past midnight on 1 May in Amsterdam; 31 days later it is 1 June.
        JsonNode late = changed(MOVE, "/time", "\"2021-04-30T22:30:00Z\"");

        assertThat(taken(changed(late, "/data/effectiveDate", "\"2021-06-01\"").toString()))
                .isNotNull();
        assertThat(refused(changed(late, "/data/effectiveDate", "\"2021-06-02\"")))
                .extracting(FieldError::code)
                .containsExactly("too-far-ahead");
    }

    @Test
    void standMayLackAnOriginAndMayHaveAnUnknownOne() throws IOException {
        JsonNode stand = changed(MOVE, "/type", "\"nl.brp.ingeschreven.stand\"");

        assertThat(((Stand) taken(changed(stand, "/data/origin", "-").toString())
                                .data())
                        .origin())
                .isNull();
        assertThat(((Stand) taken(changed(stand, "/data/origin", "{}").toString())
                                .data())
                        .origin())
                .isEqualTo(Place.UNKNOWN);
    }

    @Test
    void countryThatIsNoMoreIsTaken() throws IOException {
        JsonNode arrival = changed(MOVE, "/type", "\"nl.brp.ingeschreven.immigratie\"");
        JsonNode fromTheAntilles = changed(arrival, "/data/origin", "{\"country\":\"AN\"}");

        assertThat(((Immigration) taken(fromTheAntilles.toString()).data()).origin())
                .isEqualTo(Place.country("AN"));
    }

    @Test
    void retractionNamesPersonOrDwelling() throws IOException {
        ObjectNode event = (ObjectNode) changed(MOVE, "/type", "\"nl.gebeurtenissen.ingetrokken\"");
        ObjectNode data = event.putObject("data").put("municipality", "GM0917").put("dwelling", "d-1");
        data.putObject("retracts").put("source", "urn:nld:x").put("id", "1");

        assertThat(taken(event.toString()).data().subject()).isEqualTo(new Subject.Dwelling("d-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-02T09:14:05Z, 2021-03-02T09:14:05Z",
        "2021-03-02t09:14:05z, 2021-03-02T09:14:05Z",
        "2021-03-02T10:14:05+01:00, 2021-03-02T09:14:05Z",
        "2021-03-02T09:14:05.123456789123Z, 2021-03-02T09:14:05.123456789Z",
        "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z"
    })
    void timesOfRfc3339AreRead(String text, Instant time) {
        assertThat(EventReader.parseTime(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999990019", "h-999990019"})
    void nameWithABsnInItIsTurnedIntoAPseudonym(String name) throws IOException {
        String household = MOVE.replace("h-123", name);
        String dwelling = MOVE.replace("d-55", name);

        assertThat(taken(household).toString()).doesNotContain("999990019").contains(PSEUDONYMS.ofName(name));
        assertThat(taken(dwelling).toString()).doesNotContain("999990019").contains(PSEUDONYMS.ofName(name));
        assertThat(PSEUDONYMS.ofName(name)).hasSize(43).isNotEqualTo(PSEUDONYMS.of("999990019"));
        assertThat(taken(household)).isEqualTo(taken(household));
    }

    @Test
    void personWhoseIdIsTheBsnIsTheOneOfTheBsn() throws IOException {
        assertThat(taken(MOVE.replace("\"bsn\"", "\"id\""))).isEqualTo(taken(MOVE));
    }

    private static Event taken(String event) throws IOException {
        Validated<Event> read = READER.read(JSON.readTree(event), null);
        if (read instanceof Validated.Valid<Event> valid) {
            return valid.value();
        }
        throw new AssertionError("refused: " + read);
    }

    private static List<FieldError> refused(JsonNode event) {
        if (READER.read(event, null) instanceof Validated.Refused<Event> refused) {
            return refused.errors();
        }
        throw new AssertionError("taken: " + event);
    }

    private static JsonNode changed(String event, String at, String value) throws IOException {
        return changed(JSON.readTree(event), at, value);
    }

    private static JsonNode changed(JsonNode event, String at, @Nullable String value) throws IOException {
        JsonNode copy = event.deepCopy();
        int last = at.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) copy.at(at.substring(0, last));
        String name = at.substring(last + 1).replace("~1", "/");
        if ("-".equals(value)) {
            parent.remove(name);
        } else {
            parent.set(name, JSON.readTree(value));
        }
        return copy;
    }
}

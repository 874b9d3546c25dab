package nl.buurtpuls.report;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.ledger.AreaHistory;
import nl.buurtpuls.report.ledger.LedgerFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.buurtpuls.report");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("reports")
                .definedBy("nl.buurtpuls.report.startrapport..", "nl.buurtpuls.report.stream..")
                .layer("answers")
                .definedBy(
                        "nl.buurtpuls.report.snapshot..",
                        "nl.buurtpuls.report.series..",
                        "nl.buurtpuls.report.ranking..",
                        "nl.buurtpuls.report.retention..",
                        "nl.buurtpuls.report.segregation..",
                        "nl.buurtpuls.report.context..",
                        "nl.buurtpuls.report.map..",
                        "nl.buurtpuls.report.finding..",
                        "nl.buurtpuls.report.alert..",
                        "nl.buurtpuls.report.gauge..",
                        "nl.buurtpuls.report.audit..",
                        "nl.buurtpuls.report.publication..",
                        "nl.buurtpuls.report.origin..")
                .layer("names")
                .definedBy("nl.buurtpuls.report.area..", "nl.buurtpuls.report.indicator..")
                .layer("ledger")
                .definedBy("nl.buurtpuls.report.ledger..")
                .layer("current")
                .definedBy("nl.buurtpuls.report.current..")
                .layer("table")
                .definedBy("nl.buurtpuls.report.table..")
                .layer("disclosure")
                .definedBy("nl.buurtpuls.report.disclosure..")
                .layer("access")
                .definedBy("nl.buurtpuls.report.access..")
                .layer("problem")
                .definedBy("nl.buurtpuls.report.problem..")
                .whereLayer("reports")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("answers")
                .mayOnlyBeAccessedByLayers("reports")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("reports", "answers")
                .whereLayer("current")
                .mayOnlyBeAccessedByLayers("reports", "answers")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("reports", "answers", "current", "disclosure")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("answers", "names")
                .whereLayer("disclosure")
                .mayOnlyBeAccessedByLayers("reports", "answers", "current", "table")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("reports", "answers", "disclosure")
                .whereLayer("problem")
                .mayOnlyBeAccessedByLayers("reports", "answers", "names", "access")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("nl.buurtpuls.report.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void answersKnowNothingOfEachOther() {
        slices().matching(
                        "nl.buurtpuls.report.(snapshot|series|ranking|retention|segregation|context|map|origin|finding|alert|gauge|audit|publication)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    /** So a view cannot hold a figure that has not passed the gate: only what the gate makes is left to hold. */
    @Test
    void figuresThatHaveNotPassedTheGateAreKnownToNobodyWhoAnswers() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "nl.buurtpuls.report.disclosure..",
                        "nl.buurtpuls.report.ledger..",
                        "nl.buurtpuls.report.current..")
                .and()
                // They hold and read what the topic brings.
                .haveNameNotMatching(".*\\.snapshot\\.(ExactSnapshots|SnapshotConsumer|StoredSnapshot|SnapshotStore).*")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Point.class, Snapshot.class, Figures.class, LedgerFigures.class, AreaHistory.class)
                .orShould()
                .callMethod(Indicator.class, "of", Figures.class)
                .orShould()
                .callMethod(Quantity.class, "in", Figures.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheGateAsksTheLedgerForNumbers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.buurtpuls.report.disclosure..", "nl.buurtpuls.report.ledger..")
                .should()
                .callMethodWhere(describe(
                        "numbers are read",
                        call -> call.getTargetOwner().isEquivalentTo(LedgerReader.class)
                                && Set.of("figures", "history", "retained", "byDimension")
                                        .contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void onlyTheGateMakesWhatViewsMayHold() {
        for (Class<?> published : List.of(PublishedPoint.class, PublishedNumber.class)) {
            assertThat(published.getConstructors()).isEmpty();
            assertThat(Modifier.isFinal(published.getModifiers())).isTrue();
        }
        assertThat(Release.class.getConstructors()).isEmpty();
        assertThat(Gate.class.getConstructors()).isEmpty();
    }

    @Test
    void onlyThoseWhoHaveAReasonSpeakSqlPastHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "nl.buurtpuls.report.ledger..",
                        "nl.buurtpuls.report.current..",
                        // It deletes a portion at a time, on a timer.
                        "nl.buurtpuls.report.finding..",
                        // It locks by key, and takes rows that nobody else has taken: of neither has Hibernate a
                        // notion.
                        "nl.buurtpuls.report.alert..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheOneClock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}

package org.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rollcall");

    @Test
    void noRoomKnowsOneAboveIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("lambda")
                .definedBy("org.rollcall.lambda..")
                .layer("zoom")
                .definedBy("org.rollcall.zoom..")
                .layer("store")
                .definedBy("org.rollcall.store..")
                .layer("format")
                .definedBy("org.rollcall.format..")
                .layer("report")
                .definedBy("org.rollcall.report..")
                .whereLayer("lambda")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("zoom")
                .mayOnlyBeAccessedByLayers("lambda")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("lambda")
                .whereLayer("format")
                .mayOnlyBeAccessedByLayers("lambda", "store")
                .check(CLASSES);
    }

    @Test
    void everyClassIsInARoom() {
        classes()
                .should()
                .resideInAnyPackage(
                        "org.rollcall.lambda..",
                        "org.rollcall.zoom..",
                        "org.rollcall.report..",
                        "org.rollcall.format..",
                        "org.rollcall.store..")
                .check(CLASSES);
    }

    @Test
    void theReportIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("org.rollcall.report..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.rollcall.report..")
                .check(CLASSES);
    }

    @Test
    void reportsAndFormatsKnowNeitherAwsNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("org.rollcall.report..", "org.rollcall.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "jakarta.ws.rs..", "org.eclipse.microprofile.rest..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDoorsKnowLambda() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rollcall.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "io.quarkus.amazon.lambda..")
                .check(CLASSES);
    }

    @Test
    void whatDoorsShareKnowsNoDoor() {
        noClasses()
                .that()
                .resideInAPackage("org.rollcall.lambda")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.rollcall.lambda.*..")
                .check(CLASSES);
    }

    @Test
    void noDoorsKnowEachOther() {
        slices().matching("org.rollcall.lambda.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void noRoomsKnowEachOther() {
        slices().matching("org.rollcall.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}

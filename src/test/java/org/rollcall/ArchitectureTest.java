package org.rollcall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which package depends on which: docs/architecture.md says why. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rollcall");

    private static final Set<String> ENTRY_POINTS =
            Set.of("report", "api", "webhook", "queue", "reconcile", "mail", "privacy");

    @Test
    void dependenciesPointOneWay() {
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
                .layer("roster")
                .definedBy("org.rollcall.roster..")
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
                .whereLayer("roster")
                .mayOnlyBeAccessedByLayers("lambda")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        return SliceIdentifier.of(javaClass.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theReportIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("org.rollcall.report..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.rollcall.report..", "org.rollcall.failure..")
                .check(CLASSES);
    }

    @Test
    void theRosterIsPlainJavaAndCsv() {
        classes()
                .that()
                .resideInAPackage("org.rollcall.roster..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "de.siegmar.fastcsv..", "org.rollcall.report..", "org.rollcall.roster..")
                .check(CLASSES);
    }

    @Test
    void reportsAndFormatsDependOnNeitherAwsNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("org.rollcall.report..", "org.rollcall.format..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "jakarta.ws.rs..", "org.apache.http..")
                .check(CLASSES);
    }

    @Test
    void onlyHandlersDependOnLambda() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rollcall.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.amazonaws..", "io.quarkus.amazon.lambda..")
                .check(CLASSES);
    }

    @Test
    void nothingDependsOnAnEntryPoint() {
        for (String entryPoint : ENTRY_POINTS) {
            String own = "org.rollcall.lambda." + entryPoint + "..";
            noClasses()
                    .that()
                    .resideOutsideOfPackage(own)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(own)
                    .check(CLASSES);
        }
    }
}

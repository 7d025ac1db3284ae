package org.rollcall.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureKindTest {
    private static final List<String> EXCEPTIONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.rollcall").stream()
                    .filter(type -> type.isAssignableTo(RollcallException.class)
                            && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                    .map(JavaClass::getSimpleName)
                    .toList();

    @ParameterizedTest
    @EnumSource
    void namesAnExceptionOfOurs(FailureKind kind) {
        assertThat(EXCEPTIONS).contains(kind.typeName());
    }

    @Test
    void haveDifferentNames() {
        assertThat(Arrays.stream(FailureKind.values()).map(FailureKind::typeName))
                .doesNotHaveDuplicates();
    }

    @Test
    void areTheTableInTheDocs() throws IOException {
        List<String> rows =
                Arrays.stream(FailureKind.values()).map(FailureKindTest::row).toList();

        assertThat(Files.readAllLines(Path.of("docs", "errors.md")).stream().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(rows);
    }

    private static String row(FailureKind kind) {
        String queue =
                switch (kind.redelivery()) {
                    case NEVER -> "dead letter";
                    case AFTER_A_DAY_NEVER -> "later, dead letter after a day";
                    case LATER -> "later";
                };
        return "| `" + kind.typeName() + "` | " + kind.httpStatus() + " | " + queue
                + (kind.failsBatch() ? ", rest of the batch too" : "") + " | " + kind.meaning() + " | " + kind.remedy()
                + " |";
    }
}

package org.rollcall.format.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadsheetCellTest {

    @Test
    void whatExcelWouldReadAsAnEscapeIsText() {
        assertThat(SpreadsheetCell.clean("_x0041_ _x1")).isEqualTo("_x005F_x0041_ _x1");
    }

    @Test
    void aCharacterIsCutOffWhole() {
        assertThat(SpreadsheetCell.clean("x".repeat(SpreadsheetCell.MAX_LENGTH - 1) + "😀"))
                .hasSize(SpreadsheetCell.MAX_LENGTH - 1);
    }
}

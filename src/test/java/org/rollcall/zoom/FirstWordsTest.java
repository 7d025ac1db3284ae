package org.rollcall.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstWordsTest {

    @Test
    void areOnOneLineWithoutControlCharacters() {
        assertThat(FirstWords.of("\r\n <html>\n\t<head>\u0000\u001b[31m  x ")).isEqualTo("<html> <head> [31m x");
    }

    @Test
    void areAtMostEightyCharacters() {
        assertThat(FirstWords.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(FirstWords.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
    }

    @Test
    void canBeNone() {
        assertThat(FirstWords.of("")).isEmpty();
        assertThat(FirstWords.of(" \n ")).isEmpty();
    }
}

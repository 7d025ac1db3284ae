package org.rollcall.zoom.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void areOnOneLineWithoutControlCharacters() {
        assertThat(Excerpt.of("\r\n <html>\n\t<head>\u0000\u001b[31m  x ")).isEqualTo("<html> <head> [31m x");
    }

    @Test
    void areAtMostThreeHundredCharacters() {
        assertThat(Excerpt.of("x".repeat(300))).isEqualTo("x".repeat(300));
        assertThat(Excerpt.of("x".repeat(301))).isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void canBeNone() {
        assertThat(Excerpt.of("")).isEmpty();
        assertThat(Excerpt.of(" \n ")).isEmpty();
    }
}

package org.rollcall.lambda.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFieldsTest {
    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> "a-request");

    @AfterEach
    void noTrace() {
        System.clearProperty(TRACE_HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=53995c3f42cd8ad8;Sampled=1",
                "Self=1-67891234-abc;Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",
                "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"
            })
    void haveTheTraceUntilTheyAreClosed(String header) {
        System.setProperty(TRACE_HEADER, header);
        try (LogFields fields = LogFields.of(CONTEXT)) {
            assertThat(MDC.get("xray_trace_id")).isEqualTo("1-5bef4de7-ad49b0e87f6ef6c87fc2e700");
            assertThat(MDC.get("AWSRequestId")).isEqualTo("a-request");
        }
        assertThat(MDC.get("xray_trace_id")).isNull();
        assertThat(MDC.get("AWSRequestId")).isNull();
    }

    @Test
    void haveNoneWithoutAHeader() {
        try (LogFields fields = LogFields.of(CONTEXT)) {
            assertThat(MDC.get("xray_trace_id")).isNull();
        }
    }

    @Test
    void haveNoneOfAHeaderThatIsOdd() {
        System.setProperty(TRACE_HEADER, "Self=1;Root=");
        try (LogFields fields = LogFields.of(CONTEXT)) {
            assertThat(MDC.get("xray_trace_id")).isNull();
        }
    }
}

package org.rollcall.store;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends an object without asking first whether it is welcome ({@code Expect: 100-continue}). Asking costs a round trip,
 * and when the server has just closed the connection, the SDK's client fails with an exception that the SDK does not
 * try again after.
 */
final class SendAtOnce implements ExecutionInterceptor {

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().removeHeader("Expect").build();
    }
}

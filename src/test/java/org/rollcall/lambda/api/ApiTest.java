package org.rollcall.lambda.api;

import io.quarkus.test.common.WithTestResource;
import org.rollcall.lambda.ComponentTest;
import org.rollcall.lambda.SqsStandIn;

/** The handler api between stand-ins for SQS, Zoom and S3. */
@WithTestResource(SqsStandIn.class)
abstract class ApiTest extends ComponentTest {
    static final String PATH = "/meetings/" + ID + "/participants";
}

import jakarta.inject.Singleton;
import org.rollcall.failure.RollcallException;
import org.rollcall.lambda.FunctionErrors;

/**
 * Failures as Lambda reports them. The type of a function error is the name of the exception's class with its package,
 * so that the classes here have none: a {@code Catch} of AWS Step Functions names the type as docs/errors.md does.
 */
@Singleton
class UnpackagedFunctionErrors implements FunctionErrors {
    @Override
    public RuntimeException of(RollcallException failure) {
        String message = failure.getMessage();
        return switch (failure.kind()) {
            case INVALID_REQUEST -> new InvalidRequestException(message);
            case NO_SUCH_ROUTE -> new NoSuchRouteException(message);
            case METHOD_NOT_ALLOWED -> new MethodNotAllowedException(message);
            case REQUEST_REFUSED -> new RequestRefusedException(message);
            case MEETING_NOT_FOUND -> new MeetingNotFoundException(message);
            case RATE_LIMITED -> new RateLimitedException(message);
            case DAILY_LIMIT_REACHED -> new DailyLimitReachedException(message);
            case MISSING_SCOPE -> new MissingScopeException(message);
            case DASHBOARD_NOT_AVAILABLE -> new DashboardNotAvailableException(message);
            case CREDENTIALS_REFUSED -> new CredentialsRefusedException(message);
            case MEETING_BLOCKED -> new MeetingBlockedException(message);
            case OTHER_INSTANCE -> new OtherInstanceException(message);
            case ZOOM_UNAVAILABLE -> new ZoomUnavailableException(message);
            case INCOMPLETE_REPORT -> new IncompleteReportException(message);
            case OUT_OF_TIME -> new OutOfTimeException(message);
            case SECRET_NOT_READ -> new SecretNotReadException(message);
            case ANSWER_TOO_LARGE -> new AnswerTooLargeException(message);
            case NOT_STORED -> new StoreException(message);
            case NOT_QUEUED -> new NotQueuedException(message);
            case MAIL_REFUSED -> new MailRefusedException(message);
            case MAIL_UNAVAILABLE -> new MailUnavailableException(message);
            case INVALID_SETTING -> new InvalidSettingException(message);
            case UNEXPECTED -> new UnexpectedFailureException(message);
        };
    }
}

/** A function error. It has no cause, and no stack trace: AWS's Java runtime would log them. */
abstract class FunctionError extends RuntimeException {
    FunctionError(String message) {
        super(message, null, false, false);
    }
}

class InvalidRequestException extends FunctionError {
    InvalidRequestException(String message) {
        super(message);
    }
}

class NoSuchRouteException extends FunctionError {
    NoSuchRouteException(String message) {
        super(message);
    }
}

class MethodNotAllowedException extends FunctionError {
    MethodNotAllowedException(String message) {
        super(message);
    }
}

class RequestRefusedException extends FunctionError {
    RequestRefusedException(String message) {
        super(message);
    }
}

class MeetingNotFoundException extends FunctionError {
    MeetingNotFoundException(String message) {
        super(message);
    }
}

class RateLimitedException extends FunctionError {
    RateLimitedException(String message) {
        super(message);
    }
}

class DailyLimitReachedException extends FunctionError {
    DailyLimitReachedException(String message) {
        super(message);
    }
}

class MissingScopeException extends FunctionError {
    MissingScopeException(String message) {
        super(message);
    }
}

class DashboardNotAvailableException extends FunctionError {
    DashboardNotAvailableException(String message) {
        super(message);
    }
}

class CredentialsRefusedException extends FunctionError {
    CredentialsRefusedException(String message) {
        super(message);
    }
}

class MeetingBlockedException extends FunctionError {
    MeetingBlockedException(String message) {
        super(message);
    }
}

class OtherInstanceException extends FunctionError {
    OtherInstanceException(String message) {
        super(message);
    }
}

class ZoomUnavailableException extends FunctionError {
    ZoomUnavailableException(String message) {
        super(message);
    }
}

class IncompleteReportException extends FunctionError {
    IncompleteReportException(String message) {
        super(message);
    }
}

class OutOfTimeException extends FunctionError {
    OutOfTimeException(String message) {
        super(message);
    }
}

class SecretNotReadException extends FunctionError {
    SecretNotReadException(String message) {
        super(message);
    }
}

class AnswerTooLargeException extends FunctionError {
    AnswerTooLargeException(String message) {
        super(message);
    }
}

class StoreException extends FunctionError {
    StoreException(String message) {
        super(message);
    }
}

class NotQueuedException extends FunctionError {
    NotQueuedException(String message) {
        super(message);
    }
}

class MailRefusedException extends FunctionError {
    MailRefusedException(String message) {
        super(message);
    }
}

class MailUnavailableException extends FunctionError {
    MailUnavailableException(String message) {
        super(message);
    }
}

class InvalidSettingException extends FunctionError {
    InvalidSettingException(String message) {
        super(message);
    }
}

class UnexpectedFailureException extends FunctionError {
    UnexpectedFailureException(String message) {
        super(message);
    }
}

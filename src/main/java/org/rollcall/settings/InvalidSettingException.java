package org.rollcall.settings;

import org.rollcall.failure.FailureKind;
import org.rollcall.failure.RollcallException;

/** A setting of the function is missing or malformed. The message has its name and what it accepts, never its value. */
public class InvalidSettingException extends RollcallException {

    /**
     * @param name the environment variable
     * @param problem what is wrong with it and what it accepts
     */
    public InvalidSettingException(String name, String problem) {
        super(FailureKind.INVALID_SETTING, name + " " + problem);
    }
}

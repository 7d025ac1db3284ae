package org.rollcall.report.row;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The documented fields of a participant, in documented order (Zoom reference: List meeting participants). */
public enum Field {
    ID("id"),
    USER_ID("user_id"),
    PARTICIPANT_USER_ID("participant_user_id"),
    PARTICIPANT_UUID("participant_uuid"),
    REGISTRANT_ID("registrant_id"),
    CUSTOMER_KEY("customer_key"),
    GROUP_ID("groupId"),
    USER_NAME("user_name"),
    EMAIL("email"),
    ROLE("role"),
    STATUS("status"),
    DEVICE("device"),
    DEVICE_NAME("device_name"),
    OS("os"),
    OS_VERSION("os_version"),
    CLIENT("client"),
    VERSION("version"),
    IP_ADDRESS("ip_address"),
    LOCATION("location"),
    NETWORK_TYPE("network_type"),
    CONNECTION_TYPE("connection_type"),
    DATA_CENTER("data_center"),
    FULL_DATA_CENTER("full_data_center"),
    MICROPHONE("microphone"),
    CAMERA("camera"),
    SPEAKER("speaker"),
    AUDIO_QUALITY("audio_quality"),
    VIDEO_QUALITY("video_quality"),
    SCREEN_SHARE_QUALITY("screen_share_quality"),
    PC_NAME("pc_name"),
    DOMAIN("domain"),
    MAC_ADDR("mac_addr"),
    HARDDISK_ID("harddisk_id"),
    SIP_URI("sip_uri"),
    FROM_SIP_URI("from_sip_uri"),
    BO_MTG_ID("bo_mtg_id"),
    OPTIONAL_ARCHIVING("optional_archiving"),
    JOIN_TIME("join_time"),
    LEAVE_TIME("leave_time"),
    LEAVE_REASON("leave_reason"),
    SHARE_APPLICATION("share_application"),
    SHARE_DESKTOP("share_desktop"),
    SHARE_WHITEBOARD("share_whiteboard"),
    RECORDING("recording"),
    HAS_ARCHIVING("has_archiving"),
    INTERNAL_IP_ADDRESSES("internal_ip_addresses"),
    AUDIO_CALL("audio_call"),
    IN_ROOM_PARTICIPANTS("in_room_participants");

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::fieldName, field -> field));

    private final String fieldName;

    Field(String fieldName) {
        this.fieldName = fieldName;
    }

    /** The name as Zoom spells it. */
    public String fieldName() {
        return fieldName;
    }

    /** The documented field of that name, or {@code null}. */
    public static Field named(String fieldName) {
        return BY_NAME.get(fieldName);
    }
}

package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;

/** The classes of the runtime that emitted code names. */
final class Runtime {
    private static final String ROOT = "io.github.wxpaycodegen.runtime";
    private static final String NOTIFICATIONS = ROOT + ".notification";
    private static final String MESSAGES = ROOT + ".message";
    private static final String OPERATIONS = ROOT + ".operation";
    private static final String FILES = ROOT + ".file";
    private static final String ERRORS = ROOT + ".error";

    static final ClassName MESSAGE = ClassName.get(MESSAGES, "Message");
    static final ClassName REQUEST_MESSAGE = ClassName.get(MESSAGES, "RequestMessage");
    static final ClassName MESSAGE_BUILDER = ClassName.get(MESSAGES, "MessageBuilder");
    static final ClassName JACKSON_CREATOR = ClassName.get(MESSAGES, "JacksonCreator");
    static final ClassName EXTRA_FIELDS = ClassName.get(MESSAGES, "ExtraFields");
    static final ClassName FIELD_WRITER = ClassName.get(MESSAGES, "FieldWriter");
    static final ClassName FIELD_READER = ClassName.get(MESSAGES, "FieldReader");
    static final ClassName CHECKER = ClassName.get(MESSAGES, "Checker");
    static final ClassName CHECKS = ClassName.get(MESSAGES, "Checks");
    static final ClassName ENCODING = ClassName.get(MESSAGES, "Encoding");
    static final ClassName FILL = ClassName.get(MESSAGES, "Fill");
    static final ClassName STRING_ENUM = ClassName.get(MESSAGES, "StringEnum");
    static final ClassName INTEGER_ENUM = ClassName.get(MESSAGES, "IntegerEnum");
    static final ClassName DIGEST = ClassName.get(FILES, "Digest");
    static final ClassName UPLOAD_FILE = ClassName.get(FILES, "UploadFile");
    static final ClassName DOWNLOADED_FILE = ClassName.get(FILES, "DownloadedFile");
    static final ClassName SAVED_FILE = ClassName.get(FILES, "SavedFile");
    static final ClassName DOWNLOADS = ClassName.get(ROOT, "Downloads");
    static final ClassName HTTP_METHOD = ClassName.get(OPERATIONS, "HttpMethod");
    static final ClassName OPERATION = ClassName.get(OPERATIONS, "Operation");
    static final ClassName TRAIT = ClassName.get(OPERATIONS, "Trait");
    static final ClassName API_NODE = ClassName.get(ROOT, "ApiNode");
    static final ClassName API_CONTEXT = ClassName.get(ROOT, "ApiContext");
    static final ClassName CALL_OPTIONS = ClassName.get(ROOT, "CallOptions");
    static final ClassName CLIENT = ClassName.get(ROOT, "WxPayClient");
    static final ClassName CLIENTS = ClassName.get(ROOT, "WxPayClients");
    static final ClassName CONFIG = ClassName.get(ROOT, "WxPayConfig");
    static final ClassName CONFIGURATION_EXCEPTION = ClassName.get(ERRORS, "ConfigurationException");
    static final ClassName RAW_CALLS = ClassName.get(ROOT, "RawCalls");
    static final ClassName RESPONSE = ClassName.get(OPERATIONS, "WxPayResponse");
    static final ClassName INVALID_REQUEST = ClassName.get(ERRORS, "InvalidRequestException");
    static final ClassName EXCEPTION = ClassName.get(ERRORS, "WxPayException");
    static final ClassName NOTIFICATION = ClassName.get(NOTIFICATIONS, "Notification");
    static final ClassName EXPECTS_REPLY = ClassName.get(NOTIFICATIONS, "ExpectsReply");
    static final ClassName NOTIFICATION_TYPE = ClassName.get(NOTIFICATIONS, "NotificationType");
    static final ClassName NOTIFICATION_TYPES = ClassName.get(NOTIFICATIONS, "NotificationTypes");
    static final ClassName RECEIVED_NOTIFICATION = ClassName.get(NOTIFICATIONS, "ReceivedNotification");
    static final ClassName NOTIFICATION_READER = ClassName.get(NOTIFICATIONS, "Notifications");
    static final ClassName FRONT_END = ClassName.get(ROOT + ".frontend", "FrontEnd");
    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
                    ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();

    private Runtime() {}

    static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }
}

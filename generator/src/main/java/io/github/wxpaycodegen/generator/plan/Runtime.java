package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import java.util.Locale;

/** The runtime's classes that emitted code uses. */
public final class Runtime {
    private static final String ROOT = "io.github.wxpaycodegen.runtime";
    private static final String NOTIFICATIONS = ROOT + ".notification";
    private static final String MESSAGES = ROOT + ".message";
    private static final String OPERATIONS = ROOT + ".operation";
    private static final String ENDPOINTS = ROOT + ".endpoint";
    private static final String FILES = ROOT + ".file";
    private static final String ERRORS = ROOT + ".error";
    private static final String CALLS = ROOT + ".call";

    public static final ClassName SENT_MESSAGE = ClassName.get(MESSAGES, "SentMessage");
    public static final ClassName RECEIVED_MESSAGE = ClassName.get(MESSAGES, "ReceivedMessage");
    public static final ClassName V2_RESULT = ClassName.get(MESSAGES, "V2Result");
    public static final ClassName RETURN_CODE = ClassName.get(MESSAGES, "ReturnCode");
    public static final ClassName RESULT_CODE = ClassName.get(MESSAGES, "ResultCode");
    public static final ClassName UNKNOWN_FIELDS = ClassName.get(MESSAGES, "UnknownFields");
    public static final ClassName REQUEST_MESSAGE = ClassName.get(MESSAGES, "RequestMessage");
    public static final ClassName REQUEST_BUILDER = ClassName.get(MESSAGES, "RequestBuilder");
    public static final ClassName EMPTY_REQUEST = ClassName.get(MESSAGES, "EmptyRequest");
    public static final ClassName MESSAGE_BUILDER = ClassName.get(MESSAGES, "MessageBuilder");
    public static final ClassName JACKSON_CREATOR = ClassName.get(MESSAGES, "JacksonCreator");
    public static final ClassName EXTRA_FIELDS = ClassName.get(MESSAGES, "ExtraFields");
    public static final ClassName FIELD_WRITER = ClassName.get(MESSAGES, "FieldWriter");
    public static final ClassName FIELD_READER = ClassName.get(MESSAGES, "FieldReader");
    public static final ClassName CHECKS = ClassName.get(MESSAGES, "Checks");
    public static final ClassName ENCODING = ClassName.get(MESSAGES, "Encoding");
    public static final ClassName FILL = ClassName.get(MESSAGES, "Fill");
    public static final ClassName STRING_ENUM = ClassName.get(MESSAGES, "StringEnum");
    public static final ClassName INTEGER_ENUM = ClassName.get(MESSAGES, "IntegerEnum");
    public static final ClassName ENUM_VALUES = ClassName.get(MESSAGES, "EnumValues");
    public static final ClassName LIST_VALUES = ClassName.get(MESSAGES, "ListValues");
    public static final ClassName DIGEST = ClassName.get(FILES, "Digest");
    public static final ClassName UPLOAD_FILE = ClassName.get(FILES, "UploadFile");
    public static final ClassName DOWNLOADED_FILE = ClassName.get(FILES, "DownloadedFile");
    public static final ClassName SAVED_FILE = ClassName.get(FILES, "SavedFile");
    public static final ClassName DOWNLOADS = ClassName.get(ROOT, "Downloads");
    public static final ClassName HTTP_METHOD = ClassName.get(CALLS, "HttpMethod");
    public static final ClassName OPERATION = ClassName.get(OPERATIONS, "Operation");
    public static final ClassName TRAIT = ClassName.get(OPERATIONS, "Trait");
    public static final ClassName TYPED_OPERATION = ClassName.get(OPERATIONS, "TypedOperation");
    public static final ClassName PAGED_OPERATION = ClassName.get(OPERATIONS, "PagedOperation");
    public static final ClassName LISTING = ClassName.get(ENDPOINTS, "Listing");
    public static final ClassName DOWNLOAD = ClassName.get(ENDPOINTS, "Download");
    public static final ClassName REDIRECT = ClassName.get(ENDPOINTS, "Redirect");
    public static final ClassName API_NODE = ClassName.get(ROOT, "ApiNode");
    public static final ClassName API_CONTEXT = ClassName.get(ROOT, "ApiContext");
    public static final ClassName CALL_OPTIONS = ClassName.get(ROOT, "CallOptions");
    public static final ClassName CLIENT = ClassName.get(ROOT, "WxPayClient");
    public static final ClassName CLIENTS = ClassName.get(ROOT, "WxPayClients");
    public static final ClassName GENERATED_CLIENT = ClassName.get(ROOT, "GeneratedClient");
    public static final ClassName CONNECTION_STATS = ClassName.get(ROOT + ".transport", "ConnectionStats");
    public static final ClassName CONFIG = ClassName.get(ROOT, "WxPayConfig");
    public static final ClassName CONFIGURATION_EXCEPTION = ClassName.get(ERRORS, "ConfigurationException");
    public static final ClassName RAW_CALLS = ClassName.get(ROOT, "RawCalls");
    public static final ClassName RESPONSE = ClassName.get(OPERATIONS, "WxPayResponse");
    public static final ClassName PAGES = ClassName.get(OPERATIONS, "Pages");
    public static final ClassName PAGE_FIELDS = ClassName.get(OPERATIONS, "PageFields");
    public static final ClassName INVALID_REQUEST = ClassName.get(ERRORS, "InvalidRequestException");
    public static final ClassName EXCEPTION = ClassName.get(ERRORS, "WxPayException");
    public static final ClassName NOTIFICATION = ClassName.get(NOTIFICATIONS, "Notification");
    public static final ClassName EXPECTS_REPLY = ClassName.get(NOTIFICATIONS, "ExpectsReply");
    public static final ClassName NOTIFICATION_TYPE = ClassName.get(NOTIFICATIONS, "NotificationType");
    public static final ClassName NOTIFICATION_TYPES = ClassName.get(NOTIFICATIONS, "NotificationTypes");
    public static final ClassName RECEIVED_NOTIFICATION = ClassName.get(NOTIFICATIONS, "ReceivedNotification");
    public static final ClassName NOTIFICATION_READER = ClassName.get(NOTIFICATIONS, "Notifications");
    public static final ClassName FRONT_END = ClassName.get(ROOT + ".frontend", "FrontEnd");
    public static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");

    private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(
                    ClassName.get("org.jspecify.annotations", "Nullable"))
            .build();

    private Runtime() {}

    /** Returns the endpoint interface of an HTTP method. */
    public static ClassName endpoint(HttpMethod method) {
        return ClassName.get(
                ENDPOINTS, method.name().charAt(0) + method.name().substring(1).toLowerCase(Locale.ROOT));
    }

    /** Returns the type with {@code @Nullable}. */
    public static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }
}

/**
 * The client for WeChat Pay: configuration, signing, transport, errors, notifications, front-end parameters and bills.
 * Generated clients add the operations.
 *
 * <p>The packages below {@code internal} are not exported: they change without notice.
 */
// HttpClient 5 has no module descriptor. Its jars name their automatic modules, and the names stay when they get one.
@SuppressWarnings("requires-automatic")
module io.github.wxpaycodegen.runtime {
    // These types are in the API.
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires io.github.wxpaycodegen.runtime.xml;
    requires java.xml;
    // Optional: only for applications that store notifications in a database.
    requires static transitive java.sql;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires org.slf4j;
    requires tools.jackson.core;

    // Optional: annotations for Jackson databind, and the SM suite.
    requires static com.fasterxml.jackson.annotation;
    requires static org.bouncycastle.provider;

    exports io.github.wxpaycodegen.runtime;
    exports io.github.wxpaycodegen.runtime.bill;
    exports io.github.wxpaycodegen.runtime.call;
    exports io.github.wxpaycodegen.runtime.endpoint;
    exports io.github.wxpaycodegen.runtime.error;
    exports io.github.wxpaycodegen.runtime.file;
    exports io.github.wxpaycodegen.runtime.frontend;
    exports io.github.wxpaycodegen.runtime.message;
    exports io.github.wxpaycodegen.runtime.notification;
    exports io.github.wxpaycodegen.runtime.operation;
    exports io.github.wxpaycodegen.runtime.transport;
}

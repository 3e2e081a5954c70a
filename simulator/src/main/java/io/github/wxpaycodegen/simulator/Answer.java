package io.github.wxpaycodegen.simulator;

import java.nio.charset.StandardCharsets;

/** An HTTP response, before its delivery. */
record Answer(int status, String contentType, byte[] body) {
    static Answer xml(byte[] body) {
        return new Answer(200, "text/xml; charset=utf-8", body);
    }

    static Answer html(int status, String title) {
        String page = "<html>\r\n<head><title>" + status + " " + title + "</title></head>\r\n<body>\r\n<center><h1>"
                + status + " " + title + "</h1></center>\r\n</body>\r\n</html>\r\n";
        return new Answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}

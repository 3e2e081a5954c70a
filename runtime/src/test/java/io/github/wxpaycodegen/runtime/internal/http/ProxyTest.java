package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proxies: their responses are never mistaken for those of the gateway, and their credentials stay with them. */
@Timeout(600)
class ProxyTest {
    private static final String NOT_EXIST = "{\"code\":\"ORDER_NOT_EXIST\",\"message\":\"x\"}";
    private static final String V2_NOT_EXIST = "<xml><return_code><![CDATA[SUCCESS]]></return_code>"
            + "<err_code><![CDATA[ORDERNOTEXIST]]></err_code></xml>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "404 Not Found",
                "403 Forbidden",
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"",
                "502 Bad Gateway",
                "302 Found\r\nLocation: https://example.com/"
            })
    void rejectionOfTunnelIsNotAResponse(String status) throws Exception {
        for (String body : List.of(NOT_EXIST, V2_NOT_EXIST, "")) {
            try (RawServer proxy = RawServer.plain(connection -> {
                        connection.request();
                        connection.respond(status + "\r\nContent-Type: application/json", body);
                    });
                    Transport transport = transport(new ProxySettings("localhost", proxy.port()))) {
                TransportException e = failure(transport, "POST", "https://api.mch.weixin.qq.com/v3/pay");
                assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                assertThat(e).hasMessageContaining("the proxy rejected the connection: " + status.substring(0, 3));
            }
        }
    }

    @Test
    void rejectionExplainsCredentials() throws Exception {
        try (RawServer proxy = RawServer.plain(connection -> {
                    connection.request();
                    connection.respond("407 No", "");
                });
                Transport transport = transport(new ProxySettings("localhost", proxy.port()))) {
            assertThat(failure(transport, "GET", "https://api.mch.weixin.qq.com/"))
                    .hasMessageContaining("proxy(host, port, user, password)");
        }
    }

    /** The rest of the head would come from the gateway, rightly signed, under a status of the proxy's choice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 404 Not Found\r\nX-Swallowed: ",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}",
                "x"
            })
    void bytesBeforeTheTunnelNeverReachTheResponse(String injected) throws Exception {
        try (RawServer gateway = RawServer.tls(connection -> {
                    connection.request();
                    connection.respond("200 OK", "{\"paid\":true}");
                });
                RawServer proxy = RawServer.plain(connection -> {
                    connection.request();
                    connection.send("HTTP/1.1 200 Connection established\r\n\r\n" + injected);
                    connection.tunnelTo(gateway.port());
                });
                Transport transport = transport(new ProxySettings("localhost", proxy.port()))) {
            TransportException e = failure(transport, "POST", gateway.uri() + "/v3/pay");
            assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(gateway.heads()).isEmpty();
        }
    }

    @Test
    void rejectsResponseWithoutTunnel() throws Exception {
        try (RawServer proxy = RawServer.plain(connection -> {
                    connection.request();
                    connection.respond("200 OK\r\nContent-Type: application/json", NOT_EXIST);
                    connection.request();
                });
                Transport transport = transport(new ProxySettings("localhost", proxy.port()))) {
            assertThat(failure(transport, "POST", "https://api.mch.weixin.qq.com/v3/pay")
                            .outcome())
                    .isEqualTo(Outcome.NOT_SENT);
        }
    }

    @Test
    void sendsCredentialsOnlyToTheProxy() throws Exception {
        try (RawServer gateway = RawServer.tls(connection -> {
                    connection.request();
                    connection.respond("200 OK", "{}");
                });
                RawServer proxy = tunnel(gateway);
                Transport transport = transport(new ProxySettings("localhost", proxy.port(), "us:er", "密码"))) {
            TransportResponse response = send(transport, "POST", gateway.uri() + "/v3/pay");

            assertThat(response.status()).isEqualTo(200);
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .contains("Proxy-Authorization: Basic dXM6ZXI65a+G56CB");
            assertThat(gateway.heads()).singleElement().asString().doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void builderGivesCredentialsToTheProxy() throws Exception {
        assertCredentials("bWVyY2hhbnQ65a+G56CBIHBAc3M6d29yZA==", (proxy, gateway) -> WxPayConfig.builder()
                .host(gateway)
                .proxy("localhost", proxy.port(), "merchant", "密码 p@ss:word"));
    }

    @Test
    void environmentGivesCredentialsToTheProxy() throws Exception {
        assertCredentials(
                "ZnJvbS1lbnY6czNjcmV0L+Wvhg==",
                (proxy, gateway) -> WxPayConfig.fromEnvironment(Map.of(
                        "WXPAY_HOST",
                        gateway.toString(),
                        "WXPAY_PROXY",
                        "localhost:" + proxy.port(),
                        "WXPAY_PROXY_USER",
                        "from-env",
                        "WXPAY_PROXY_PASSWORD",
                        "s3cret/密")));
    }

    /** A client with such settings makes a call, and the proxy alone gets the credentials. */
    private static void assertCredentials(String base64, BiFunction<RawServer, URI, WxPayConfig.Builder> settings)
            throws Exception {
        Operation<Sent, Map<String, String>> operation = Operation.<Sent, Map<String, String>>v2(
                        HttpMethod.POST, "/v2/pay", "/pay", Read::readFrom)
                .traits(Trait.UNSIGNED_REQUEST, Trait.UNSIGNED_RESPONSE)
                .build();
        try (RawServer gateway = RawServer.tls(connection -> {
                    connection.request();
                    connection.respond("200 OK", "<xml><a>1</a></xml>");
                });
                RawServer proxy = tunnel(gateway);
                WxPayClient client = WxPayClient.create(settings.apply(proxy, gateway.uri())
                        .trust(RawServer.certificateAuthority())
                        .connectTimeout(Duration.ofMinutes(5))
                        .timeout(Duration.ofMinutes(5))
                        .build())) {
            assertThat(client.context().call(operation, new Sent(out -> {}))).containsEntry("a", "1");

            assertThat(proxy.heads()).singleElement().satisfies(head -> assertThat(head.lines())
                    .filteredOn(line -> line.startsWith("Proxy-Authorization"))
                    .containsExactly("Proxy-Authorization: Basic " + base64));
            assertThat(gateway.heads()).singleElement().asString().doesNotContainIgnoringCase("Proxy-Authorization");
        }
    }

    /** A client that answers such a challenge sends a payment twice, and the proxy's password to the gateway. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "407 No\r\nProxy-Authenticate: Basic realm=\"x\"",
                "401 No\r\nWWW-Authenticate: Basic realm=\"x\""
            })
    void ignoresChallengeBehindTheTunnel(String status) throws Exception {
        try (RawServer gateway = RawServer.tls(connection -> {
                    while (true) {
                        connection.request();
                        connection.respond(status, "{}");
                    }
                });
                RawServer proxy = tunnel(gateway);
                Transport transport = transport(new ProxySettings("localhost", proxy.port(), "user", "secret"))) {
            TransportResponse response = send(transport, "POST", gateway.uri() + "/v3/pay");

            assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
            assertThat(gateway.heads()).singleElement().asString().doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void showsNoCredentials() {
        assertThat(new ProxySettings("proxy", 3128, "user", "secret")).hasToString("proxy:3128");
    }

    private static RawServer tunnel(RawServer gateway) throws Exception {
        return RawServer.plain(connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 Connection established\r\n\r\n");
            connection.tunnelTo(gateway.port());
        });
    }

    private static Transport transport(ProxySettings proxy) {
        return new HttpClient5Transport(new TransportSettings(
                Duration.ofMinutes(5), 100_000, List.of(RawServer.certificateAuthority()), null, proxy));
    }

    private static TransportResponse send(Transport transport, String method, String uri) throws Exception {
        return transport
                .send(new TransportRequest(method, URI.create(uri), Map.of(), new byte[0], false))
                .get(5, TimeUnit.MINUTES);
    }

    private static TransportException failure(Transport transport, String method, String uri) throws Exception {
        try {
            throw new AssertionError("answered " + send(transport, method, uri));
        } catch (ExecutionException e) {
            return (TransportException) e.getCause();
        }
    }
}

package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.OrderSnapshot;
import io.github.wxpaycodegen.simulator.Orders;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.RefundSnapshot;
import io.github.wxpaycodegen.simulator.ResponseKey;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.json.JsonMapper;

/** The control API: JSON over HTTP, as {@code openapi.json} describes it. */
final class ControlApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MERCHANT = "/api/merchants/{mchid}";
    /** The number of calls and of attempts that the state of a merchant contains. */
    private static final int NEWEST = 200;

    private final Map<String, Simulator> simulators = new LinkedHashMap<>();
    private final Map<String, FaultLog> faultLogs = new ConcurrentHashMap<>();
    private final Faults faults = new Faults();
    private final Routes routes = new Routes();

    ControlApi(List<Simulator> simulators) {
        for (Simulator simulator : simulators) {
            this.simulators.put(simulator.mchid(), simulator);
        }
        addSimulator();
        addOrders();
        addRentals();
        Products.addTo(routes, MERCHANT, this::remembering);
        addNotifications();
        addCalls();
        addFaults();
        addBillsAndKeys();
    }

    /** Returns all operations: {@code GET /api/simulator}. */
    List<String> operations() {
        return routes.list();
    }

    /** Performs a request. */
    Reply handle(String method, String path, byte[] body, Optional<String> ifNoneMatch) throws ApiException {
        String lookup = method.equals("HEAD") ? "GET" : method;
        Routes.Match match = routes.find(lookup, path);
        Object result = match.operation().perform(new Routes.Request(match.path(), Arguments.read(body)));
        byte[] json = JSON.writeValueAsBytes(result);
        if (!lookup.equals("GET")) {
            return Reply.json(200, json);
        }
        String tag = tag(json);
        return ifNoneMatch.filter(tag::equals).isPresent()
                ? new Reply(304, "application/json; charset=utf-8", new byte[0], Map.of("ETag", tag))
                : new Reply(200, "application/json; charset=utf-8", json, Map.of("ETag", tag));
    }

    /** Returns the response that reports an error. */
    Reply error(ApiException e) {
        Views.Problem problem = new Views.Problem(new Views.Problem.Detail(e.code(), String.valueOf(e.getMessage())));
        return Reply.json(e.status(), JSON.writeValueAsBytes(problem));
    }

    private static String tag(byte[] json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private void addSimulator() {
        routes.add("GET", "/api/simulator", request -> overview());
        routes.add("POST", "/api/clock/advance", request -> {
            Duration by = duration(request.arguments().text("by"));
            try {
                simulators.values().forEach(simulator -> simulator.advance(by));
            } catch (IllegalArgumentException e) {
                throw ApiException.invalid("by: " + e.getMessage());
            }
            return overview().clock();
        });
        routes.add("POST", "/api/reset", request -> {
            simulators.values().forEach(Simulator::reset);
            return overview();
        });
        routes.add("POST", "/api/drop-next-connection", request -> {
            first().dropNextConnection();
            return overview();
        });
        routes.add("GET", MERCHANT + "/state", request -> state(simulator(request)));
    }

    private Views.Overview overview() {
        return new Views.Overview(
                first().baseUri().toString(),
                first().remembersOrders(),
                Views.ClockState.of(first()),
                simulators.values().stream().map(Views.Merchant::of).toList());
    }

    private Views.MerchantState state(Simulator simulator) {
        boolean remembers = simulator.remembersOrders();
        return new Views.MerchantState(
                Views.ClockState.of(simulator),
                remembers ? newestFirst(orders(simulator)) : List.of(),
                remembers ? newestFirst(refunds(simulator)) : List.of(),
                remembers ? newestFirst(Products.list(simulator)) : List.of(),
                newestFirst(calls(simulator)),
                newestFirst(attempts(simulator)),
                log(simulator).waiting());
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> newest =
                new ArrayList<>(oldestFirst.subList(Math.max(0, oldestFirst.size() - NEWEST), oldestFirst.size()));
        Collections.reverse(newest);
        return newest;
    }

    private void addOrders() {
        routes.add("GET", MERCHANT + "/orders", request -> orders(remembering(request)));
        routes.add("GET", MERCHANT + "/orders/{outTradeNo}", request -> {
            Simulator simulator = remembering(request);
            OrderSnapshot order = order(simulator, request.value("outTradeNo"));
            List<Views.Refund> itsRefunds = refunds(simulator).stream()
                    .filter(refund -> refund.outTradeNo().equals(order.outTradeNo()))
                    .toList();
            return new Views.OrderDetail(Views.Order.of(order), itsRefunds, order.request());
        });
        addOrderAction("pay", Orders::pay);
        addOrderAction("fail-payment", Orders::failPayment);
        addOrderAction("expire", Orders::expire);
        routes.add("POST", MERCHANT + "/ask-for-password", request -> {
            remembering(request).orders().askForPassword();
            return Map.of("asksForPassword", true);
        });
        routes.add("GET", MERCHANT + "/refunds", request -> refunds(remembering(request)));
        routes.add("GET", MERCHANT + "/refunds/{outRefundNo}", request -> refund(request));
        addRefundAction("settle", Orders::settleRefund);
        addRefundAction("close", Orders::closeRefund);
        addRefundAction("fail", Orders::failRefund);
        routes.add("POST", MERCHANT + "/hold-refunds", request -> {
            remembering(request).orders().holdRefunds();
            return Map.of("holdsRefunds", true);
        });
    }

    private void addOrderAction(String name, BiConsumer<Orders, String> action) {
        routes.add("POST", MERCHANT + "/orders/{outTradeNo}/" + name, request -> {
            Simulator simulator = remembering(request);
            String number = request.value("outTradeNo");
            order(simulator, number);
            act(() -> action.accept(simulator.orders(), number));
            return Views.Order.of(order(simulator, number));
        });
    }

    private void addRefundAction(String name, BiConsumer<Orders, String> action) {
        routes.add("POST", MERCHANT + "/refunds/{outRefundNo}/" + name, request -> {
            Simulator simulator = remembering(request);
            refund(request);
            act(() -> action.accept(simulator.orders(), request.value("outRefundNo")));
            return refund(request);
        });
    }

    private void addRentals() {
        routes.add("PUT", MERCHANT + "/rentals/notify-url", request -> {
            URI url = url(request.arguments().text("url"));
            remembering(request).rentals().notifyUrl(url);
            return Map.of("url", url.toString());
        });
    }

    private void addNotifications() {
        routes.add("GET", "/api/notification-types", request -> SpecLoader.bundled().notifications().stream()
                .map(Views.NotificationType::of)
                .toList());
        routes.add("GET", MERCHANT + "/notifications", request -> attempts(simulator(request)));
        routes.add(
                "GET",
                MERCHANT + "/notifications/{id}/{number}",
                request -> Views.AttemptDetail.of(
                        attempt(simulator(request), request.value("id"), request.value("number"))));
        routes.add("POST", MERCHANT + "/notifications", this::send);
        routes.add("POST", MERCHANT + "/spoil-next-notification", request -> {
            NoticeFault fault =
                    constant(NoticeFault.class, "fault", request.arguments().text("fault"));
            simulator(request).notifications().spoilNext(fault);
            return Map.of("fault", fault.name());
        });
    }

    private Object send(Routes.Request request) throws ApiException {
        Arguments arguments = request.arguments();
        arguments.allow(List.of("url", "protocol", "type", "fields", "eventType", "originalType", "fault", "twice"));
        URI url = url(arguments.text("url"));
        String protocol = arguments.find("protocol").orElse("v3");
        if (!protocol.equals("v2") && !protocol.equals("v3")) {
            throw ApiException.invalid("protocol must be v2 or v3 (was " + protocol + ")");
        }
        String type = arguments.text("type");
        Optional<String> fault = arguments.find("fault").filter(name -> !name.isEmpty());
        try {
            Notice notice = protocol.equals("v3") ? Notice.v3(type) : Notice.v2(type);
            for (Map.Entry<String, String> field : arguments.texts("fields").entrySet()) {
                notice = notice.with(field.getKey(), field.getValue());
            }
            if (arguments.has("eventType")) {
                notice = notice.eventType(arguments.text("eventType"));
            }
            if (arguments.has("originalType")) {
                notice = notice.originalType(arguments.text("originalType"));
            }
            if (fault.isPresent()) {
                notice = notice.withFault(constant(NoticeFault.class, "fault", fault.get()));
            }
            if (arguments.flag("twice")) {
                notice = notice.twice();
            }
            return Map.of("id", simulator(request).notifications().send(url, notice));
        } catch (IllegalArgumentException e) {
            throw ApiException.invalid(
                    text(e).replaceAll("SimulatorBuilder\\.notifyHosts\\(\"([^\"]*)\"\\)", "--notify-host $1"));
        }
    }

    private void addCalls() {
        routes.add("GET", MERCHANT + "/calls", request -> calls(simulator(request)));
        routes.add("GET", MERCHANT + "/calls/{number}", request -> {
            String number = request.value("number");
            RecordedCall call = simulator(request).latestCalls().stream()
                    .filter(each -> Long.toString(each.number()).equals(number))
                    .findFirst()
                    .orElseThrow(() ->
                            ApiException.notFound("no call has the number " + number + ", or it is no longer kept"));
            return Views.CallDetail.of(call);
        });
    }

    private void addFaults() {
        routes.add("GET", "/api/fault-options", request -> new Views.FaultOptions(paths(), faults.kinds()));
        routes.add(
                "GET", MERCHANT + "/faults", request -> log(simulator(request)).waiting());
        routes.add("POST", MERCHANT + "/faults", request -> {
            Simulator simulator = simulator(request);
            Arguments arguments = request.arguments();
            String path = arguments.text("path");
            try {
                log(simulator).add(path, faults.create(arguments), arguments);
            } catch (IllegalArgumentException e) {
                throw ApiException.invalid(Faults.withOwnNames(text(e)));
            }
            return log(simulator).waiting();
        });
    }

    /** Returns the paths of all operations, those last that have none that new code should use. */
    private static List<String> paths() {
        return SpecLoader.bundled().endpoints().stream()
                .sorted(Comparator.comparing(endpoint -> endpoint.operations().stream()
                        .allMatch(operation -> operation.lifecycle().isDeprecated())))
                .map(endpoint -> "/" + endpoint.uri())
                .map(uri -> uri.startsWith("/v2/") ? uri.substring(3) : uri)
                .distinct()
                .toList();
    }

    private void addBillsAndKeys() {
        routes.add("PUT", MERCHANT + "/bills", request -> {
            Arguments arguments = request.arguments();
            arguments.allow(List.of("rows", "prepareFor"));
            Simulator simulator = simulator(request);
            Map<String, Integer> set = new LinkedHashMap<>();
            if (arguments.has("rows")) {
                set.put("rows", arguments.number("rows", 0, 10_000_000));
                simulator.bills().rows(set.get("rows"));
            }
            if (arguments.has("prepareFor")) {
                set.put("prepareFor", arguments.number("prepareFor", 0, 1_000_000));
                simulator.bills().prepareFor(set.get("prepareFor"));
            }
            return set;
        });
        routes.add("POST", MERCHANT + "/bills/expire-links", request -> {
            simulator(request).bills().expireLinks();
            return Map.of("expired", true);
        });
        routes.add("POST", MERCHANT + "/platform-certificate/rotate", request -> {
            Simulator simulator = simulator(request);
            act(simulator::rotatePlatformCertificate);
            return Views.Merchant.of(simulator);
        });
        routes.add("PUT", MERCHANT + "/response-key", request -> {
            ResponseKey key =
                    constant(ResponseKey.class, "key", request.arguments().text("key"));
            Simulator simulator = simulator(request);
            act(() -> simulator.signWith(key));
            return Map.of("key", key.name());
        });
    }

    private Simulator first() {
        return simulators.values().iterator().next();
    }

    private Simulator simulator(Routes.Request request) throws ApiException {
        String mchid = request.value("mchid");
        return Optional.ofNullable(simulators.get(mchid))
                .orElseThrow(() ->
                        ApiException.notFound("there is no merchant " + mchid + ": there are " + simulators.keySet()));
    }

    private Simulator remembering(Routes.Request request) throws ApiException {
        Simulator simulator = simulator(request);
        if (!simulator.remembersOrders()) {
            throw new ApiException(
                    409,
                    "NOT_REMEMBERED",
                    "the simulator was started with --remember-orders no, so orders have no state");
        }
        return simulator;
    }

    private FaultLog log(Simulator simulator) {
        return faultLogs.computeIfAbsent(simulator.mchid(), mchid -> new FaultLog(simulator));
    }

    private static List<Views.Order> orders(Simulator simulator) {
        return simulator.orders().list().stream().map(Views.Order::of).toList();
    }

    private static List<Views.Refund> refunds(Simulator simulator) {
        return simulator.orders().listRefunds().stream().map(Views.Refund::of).toList();
    }

    private static List<Views.Call> calls(Simulator simulator) {
        return simulator.latestCalls().stream().map(Views.Call::of).toList();
    }

    private static List<Views.Attempt> attempts(Simulator simulator) {
        return simulator.notifications().latestAttempts().stream()
                .map(Views.Attempt::of)
                .toList();
    }

    private static OrderSnapshot order(Simulator simulator, String number) throws ApiException {
        return simulator.orders().list().stream()
                .filter(order -> order.outTradeNo().equals(number))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("there is no order " + number));
    }

    private Views.Refund refund(Routes.Request request) throws ApiException {
        String number = request.value("outRefundNo");
        RefundSnapshot refund = remembering(request).orders().listRefunds().stream()
                .filter(each -> each.outRefundNo().equals(number))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("there is no refund " + number));
        return Views.Refund.of(refund);
    }

    private static NotificationAttempt attempt(Simulator simulator, String id, String number) throws ApiException {
        return simulator.notifications().latestAttempts().stream()
                .filter(attempt -> attempt.id().equals(id)
                        && Integer.toString(attempt.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound(
                        "the notification " + id + " has no attempt " + number + ", or it is no longer kept"));
    }

    /** Performs an action that the state of an order may not allow. */
    private static void act(Runnable action) throws ApiException {
        try {
            action.run();
        } catch (IllegalStateException e) {
            throw new ApiException(409, "NOT_ALLOWED", text(e));
        }
    }

    private static URI url(String text) throws ApiException {
        try {
            URI url = new URI(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // The message below says what is expected.
        }
        throw ApiException.invalid("url must be a URL of http or https (was " + text + ")");
    }

    private static Duration duration(String text) throws ApiException {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw ApiException.invalid("by must be an ISO 8601 duration, such as PT2H or P1D (was " + text + ")");
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String member, String name) throws ApiException {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.invalid(member + " must be one of "
                        + Arrays.toString(type.getEnumConstants()) + " (was " + name + ")"));
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }
}

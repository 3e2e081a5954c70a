package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.simulator.ProductSnapshot;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Products besides orders and refunds, such as coupons and complaints: what the simulator remembers of them, and the
 * actions of users and of the gateway on it.
 */
final class Products {
    /** Performs an action. */
    @FunctionalInterface
    interface Act {
        void perform(Simulator simulator, String number, Arguments arguments) throws ApiException;
    }

    /**
     * An action.
     *
     * @param name the last segment of its path
     * @param from the states that allow it
     * @param inputs the members that its body must have
     */
    private record Action(String name, Set<String> from, List<String> inputs, Act act) {}

    /**
     * A product.
     *
     * @param name the segment of its paths
     */
    private record Product(String name, Function<Simulator, List<ProductSnapshot>> list, List<Action> actions) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product(
                    "rentals",
                    simulator -> simulator.rentals().list(),
                    List.of(
                            act("confirm", Set.of("CREATED"), (simulator, number) -> simulator
                                    .rentals()
                                    .confirm(number)),
                            act("fail-confirmation", Set.of("CREATED"), (simulator, number) -> simulator
                                    .rentals()
                                    .failConfirmation(number)),
                            act("expire", Set.of("CREATED"), (simulator, number) -> simulator
                                    .rentals()
                                    .expire(number)),
                            act("pay", Set.of("FINISHED"), (simulator, number) -> simulator
                                    .rentals()
                                    .pay(number)),
                            act("fail-payment", Set.of("FINISHED"), (simulator, number) -> simulator
                                    .rentals()
                                    .failPayment(number)))),
            new Product(
                    "payscore",
                    simulator -> simulator.payScore().list(),
                    List.of(
                            act("confirm", Set.of("CREATED"), (simulator, number) -> simulator
                                    .payScore()
                                    .confirm(number)),
                            act("pay", Set.of("MCH_COMPLETE"), (simulator, number) -> simulator
                                    .payScore()
                                    .pay(number)),
                            act("expire", Set.of("CREATED"), (simulator, number) -> simulator
                                    .payScore()
                                    .expire(number)))),
            new Product(
                    "coupons",
                    simulator -> simulator.coupons().list(),
                    List.of(
                            new Action(
                                    "use",
                                    Set.of("SENDED"),
                                    List.of("outTradeNo"),
                                    (simulator, number, arguments) ->
                                            simulator.coupons().use(number, arguments.text("outTradeNo"))),
                            act("expire", Set.of("SENDED"), (simulator, number) -> simulator
                                    .coupons()
                                    .expire(number)))),
            new Product(
                    "merchant-coupons",
                    simulator -> simulator.merchantCoupons().list(),
                    List.of(act("expire", Set.of("SENDED"), Products::expireMerchantCoupon))),
            new Product(
                    "complaints",
                    simulator -> simulator.complaints().list(),
                    List.of(
                            new Action(
                                    "reply",
                                    Set.of("PENDING", "PROCESSING"),
                                    List.of("text"),
                                    (simulator, number, arguments) ->
                                            simulator.complaints().reply(number, arguments.text("text"))),
                            new Action(
                                    "continue",
                                    Set.of("PROCESSED"),
                                    List.of("text"),
                                    (simulator, number, arguments) ->
                                            simulator.complaints().continueComplaint(number, arguments.text("text"))),
                            act("revoke", Set.of("PENDING", "PROCESSING"), (simulator, number) -> simulator
                                    .complaints()
                                    .revoke(number)))),
            new Product(
                    "applyments",
                    simulator -> simulator.applyments().list(),
                    List.of(
                            act("approve", Set.of("AUDITING", "TO_BE_CONFIRMED"), (simulator, number) -> simulator
                                    .applyments()
                                    .approve(number)),
                            act("ask-for-confirmation", Set.of("AUDITING"), (simulator, number) -> simulator
                                    .applyments()
                                    .askForConfirmation(number)),
                            act("sign", Set.of("TO_BE_SIGNED"), (simulator, number) -> simulator
                                    .applyments()
                                    .sign(number)),
                            act("finish", Set.of("SIGNING"), (simulator, number) -> simulator
                                    .applyments()
                                    .finish(number)),
                            act(
                                    "cancel",
                                    Set.of("AUDITING", "REJECTED", "TO_BE_CONFIRMED", "TO_BE_SIGNED", "SIGNING"),
                                    (simulator, number) ->
                                            simulator.applyments().cancel(number)),
                            new Action(
                                    "reject",
                                    Set.of("AUDITING", "TO_BE_CONFIRMED"),
                                    List.of("field", "reason"),
                                    (simulator, number, arguments) -> simulator
                                            .applyments()
                                            .reject(number, arguments.text("field"), arguments.text("reason"))))),
            new Product(
                    "contracts",
                    simulator -> simulator.contracts().list(),
                    List.of(
                            act("sign", Set.of("OFFERED"), (simulator, number) -> simulator
                                    .contracts()
                                    .sign(number)),
                            new Action(
                                    "terminate",
                                    Set.of("SIGNED"),
                                    List.of("remark"),
                                    (simulator, number, arguments) ->
                                            simulator.contracts().terminate(number, arguments.text("remark"))))),
            new Product(
                    "transfers",
                    simulator -> simulator.transfers().list(),
                    List.of(
                            act("confirm", Set.of("WAIT_USER_CONFIRM"), (simulator, number) -> simulator
                                    .transfers()
                                    .confirm(number)),
                            act("expire", Set.of("WAIT_USER_CONFIRM"), (simulator, number) -> simulator
                                    .transfers()
                                    .expire(number)),
                            new Action(
                                    "fail",
                                    Set.of("WAIT_USER_CONFIRM"),
                                    List.of("reason"),
                                    (simulator, number, arguments) ->
                                            simulator.transfers().fail(number, arguments.text("reason"))))));

    private Products() {}

    /** An action without inputs. */
    private static Action act(String name, Set<String> from, BiConsumer<Simulator, String> act) {
        return new Action(name, from, List.of(), (simulator, number, arguments) -> act.accept(simulator, number));
    }

    /** Lets a merchant coupon expire, whose number is its stock, a colon and its code. */
    private static void expireMerchantCoupon(Simulator simulator, String number) {
        int colon = number.indexOf(':');
        simulator.merchantCoupons().expire(number.substring(0, colon), number.substring(colon + 1));
    }

    /** Finds the simulator of a request, which must remember orders. */
    @FunctionalInterface
    interface Lookup {
        Simulator find(Routes.Request request) throws ApiException;
    }

    /** Adds the operations below the path of a merchant. */
    static void addTo(Routes routes, String merchant, Lookup lookup) {
        routes.add("GET", merchant + "/products", request -> list(lookup.find(request)));
        routes.add("POST", merchant + "/complaints", request -> file(lookup.find(request), request.arguments()));
        routes.add(
                "POST", merchant + "/merchant-coupons", request -> receive(lookup.find(request), request.arguments()));
        for (Product product : PRODUCTS) {
            for (Action action : product.actions()) {
                routes.add("POST", merchant + "/" + product.name() + "/{number}/" + action.name(), request -> {
                    Simulator simulator = lookup.find(request);
                    String number = request.value("number");
                    item(simulator, product, number);
                    request.arguments().allow(action.inputs());
                    perform(() -> action.act().perform(simulator, number, request.arguments()));
                    return item(simulator, product, number);
                });
            }
        }
    }

    /** Files a complaint of a payer. */
    private static Views.Item file(Simulator simulator, Arguments arguments) throws ApiException {
        arguments.allow(List.of("outTradeNo", "text", "refundAmount"));
        String order = arguments.text("outTradeNo");
        String text = arguments.text("text");
        int refund = arguments.has("refundAmount") ? arguments.number("refundAmount", 0, Integer.MAX_VALUE) : 0;
        List<String> id = new ArrayList<>();
        perform(() -> id.add(simulator.complaints().file(order, text, refund)));
        return item(simulator, "complaints", id.get(0));
    }

    /** Gives a user a merchant coupon, as if the user had taken it. */
    private static Views.Item receive(Simulator simulator, Arguments arguments) throws ApiException {
        arguments.allow(List.of("stockId", "openid"));
        String stock = arguments.text("stockId");
        String openid = arguments.text("openid");
        List<String> code = new ArrayList<>();
        perform(() -> code.add(simulator.merchantCoupons().receive(stock, openid)));
        return item(simulator, "merchant-coupons", stock + ":" + code.get(0));
    }

    /** An action that the state may not allow. */
    @FunctionalInterface
    private interface Step {
        void run() throws ApiException;
    }

    private static void perform(Step step) throws ApiException {
        try {
            step.run();
        } catch (IllegalStateException e) {
            throw new ApiException(409, "NOT_ALLOWED", String.valueOf(e.getMessage()));
        }
    }

    private static Views.Item item(Simulator simulator, String product, String number) throws ApiException {
        return item(
                simulator,
                PRODUCTS.stream()
                        .filter(each -> each.name().equals(product))
                        .findFirst()
                        .orElseThrow(),
                number);
    }

    private static Views.Item item(Simulator simulator, Product product, String number) throws ApiException {
        return product.list().apply(simulator).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .map(each -> item(product, each))
                .orElseThrow(() -> ApiException.notFound("there is no " + number + " in " + product.name()));
    }

    /** Returns what is remembered of all products, oldest first. */
    static List<Views.Item> list(Simulator simulator) {
        List<Views.Item> items = new ArrayList<>();
        for (Product product : PRODUCTS) {
            product.list().apply(simulator).forEach(each -> items.add(item(product, each)));
        }
        items.sort(Comparator.comparing(item -> Instant.parse(item.created())));
        return items;
    }

    private static Views.Item item(Product product, ProductSnapshot snapshot) {
        return new Views.Item(
                product.name(),
                snapshot.number(),
                snapshot.state(),
                snapshot.title(),
                snapshot.amount().isPresent() ? snapshot.amount().getAsLong() : null,
                snapshot.created().toString(),
                product.actions().stream()
                        .filter(action -> action.from().contains(snapshot.state()))
                        .map(action -> new Views.Item.Action(action.name(), action.inputs()))
                        .toList());
    }
}

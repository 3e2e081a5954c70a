package io.github.wxpaycodegen.simulator.app.control;

import io.github.wxpaycodegen.simulator.Applyments;
import io.github.wxpaycodegen.simulator.Complaints;
import io.github.wxpaycodegen.simulator.Contracts;
import io.github.wxpaycodegen.simulator.Coupons;
import io.github.wxpaycodegen.simulator.MerchantCoupons;
import io.github.wxpaycodegen.simulator.PayScore;
import io.github.wxpaycodegen.simulator.ProductSnapshot;
import io.github.wxpaycodegen.simulator.RedPackets;
import io.github.wxpaycodegen.simulator.Rentals;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Transfers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Products besides orders and refunds, such as coupons and complaints: what the simulator remembers of them, and the
 * actions of users and of the gateway on it.
 */
final class Products {
    /** Performs an action on a part of the simulator. */
    @FunctionalInterface
    private interface Act<P> {
        void perform(P part, String number, Arguments arguments) throws ApiException;
    }

    /** Performs an action that needs a text. */
    @FunctionalInterface
    private interface ActWithText<P> {
        void perform(P part, String number, String text);
    }

    /**
     * An action.
     *
     * @param name the last segment of its path
     * @param method the method of the part, by which snapshots list what their state allows
     * @param inputs the members that its body must have
     */
    private record Action<P>(String name, String method, List<String> inputs, Act<P> act) {}

    /**
     * A product.
     *
     * @param name the segment of its paths
     * @param part the part of the simulator that has its actions
     */
    private record Product<P>(
            String name,
            Function<Simulator, P> part,
            Function<P, List<ProductSnapshot>> snapshots,
            List<Action<P>> actions) {
        List<ProductSnapshot> list(Simulator simulator) {
            return snapshots.apply(part.apply(simulator));
        }
    }

    private static final List<Product<?>> PRODUCTS = List.of(
            new Product<Rentals>(
                    "rentals",
                    Simulator::rentals,
                    Rentals::list,
                    List.of(
                            plain("confirm", Rentals::confirm),
                            plain("fail-confirmation", "failConfirmation", Rentals::failConfirmation),
                            plain("expire", Rentals::expire),
                            plain("pay", Rentals::pay),
                            plain("fail-payment", "failPayment", Rentals::failPayment))),
            new Product<PayScore>(
                    "payscore",
                    Simulator::payScore,
                    PayScore::list,
                    List.of(
                            plain("confirm", PayScore::confirm),
                            plain("pay", PayScore::pay),
                            plain("expire", PayScore::expire))),
            new Product<Coupons>(
                    "coupons",
                    Simulator::coupons,
                    Coupons::list,
                    List.of(with("outTradeNo", "use", Coupons::use), plain("expire", Coupons::expire))),
            new Product<MerchantCoupons>(
                    "merchant-coupons",
                    Simulator::merchantCoupons,
                    MerchantCoupons::list,
                    List.of(plain("expire", Products::expireMerchantCoupon))),
            new Product<Complaints>(
                    "complaints",
                    Simulator::complaints,
                    Complaints::list,
                    List.of(
                            with("text", "reply", Complaints::reply),
                            with("text", "continue", "continueComplaint", Complaints::continueComplaint),
                            plain("revoke", Complaints::revoke))),
            new Product<Applyments>(
                    "applyments",
                    Simulator::applyments,
                    Applyments::list,
                    List.of(
                            plain("approve", Applyments::approve),
                            plain("ask-for-confirmation", "askForConfirmation", Applyments::askForConfirmation),
                            plain("sign", Applyments::sign),
                            plain("finish", Applyments::finish),
                            plain("cancel", Applyments::cancel),
                            new Action<>(
                                    "reject",
                                    "reject",
                                    List.of("field", "reason"),
                                    (applyments, number, arguments) -> applyments.reject(
                                            number, arguments.text("field"), arguments.text("reason"))))),
            new Product<Contracts>(
                    "contracts",
                    Simulator::contracts,
                    Contracts::list,
                    List.of(plain("sign", Contracts::sign), with("remark", "terminate", Contracts::terminate))),
            new Product<Transfers>(
                    "transfers",
                    Simulator::transfers,
                    Transfers::list,
                    List.of(
                            plain("confirm", Transfers::confirm),
                            plain("expire", Transfers::expire),
                            with("reason", "fail", Transfers::fail))),
            new Product<RedPackets>(
                    "red-packets",
                    Simulator::redPackets,
                    RedPackets::list,
                    List.of(
                            plain("receive", RedPackets::receive),
                            plain("expire", RedPackets::expire),
                            plain("settle", RedPackets::settle),
                            with("reason", "fail", RedPackets::fail))));

    private Products() {}

    /** An action without inputs, of the name of its method. */
    private static <P> Action<P> plain(String name, BiConsumer<P, String> act) {
        return plain(name, name, act);
    }

    private static <P> Action<P> plain(String name, String method, BiConsumer<P, String> act) {
        return new Action<>(name, method, List.of(), (part, number, arguments) -> act.accept(part, number));
    }

    /** An action with a text, of the name of its method. */
    private static <P> Action<P> with(String input, String name, ActWithText<P> act) {
        return with(input, name, name, act);
    }

    private static <P> Action<P> with(String input, String name, String method, ActWithText<P> act) {
        return new Action<>(
                name,
                method,
                List.of(input),
                (part, number, arguments) -> act.perform(part, number, arguments.text(input)));
    }

    /** Lets a merchant coupon expire, whose number is its stock, a colon and its code. */
    private static void expireMerchantCoupon(MerchantCoupons coupons, String number) {
        int colon = number.indexOf(':');
        coupons.expire(number.substring(0, colon), number.substring(colon + 1));
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
        PRODUCTS.forEach(product -> addActions(routes, merchant, lookup, product));
    }

    private static <P> void addActions(Routes routes, String merchant, Lookup lookup, Product<P> product) {
        for (Action<P> action : product.actions()) {
            routes.add("POST", merchant + "/" + product.name() + "/{number}/" + action.name(), request -> {
                Simulator simulator = lookup.find(request);
                String number = request.value("number");
                item(simulator, product, number);
                request.arguments().allow(action.inputs());
                P part = product.part().apply(simulator);
                perform(() -> action.act().perform(part, number, request.arguments()));
                return item(simulator, product, number);
            });
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

    private static Views.Item item(Simulator simulator, Product<?> product, String number) throws ApiException {
        return product.list(simulator).stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .map(each -> item(product, each))
                .orElseThrow(() -> ApiException.notFound("there is no " + number + " in " + product.name()));
    }

    /** Returns what is remembered of all products, oldest first. */
    static List<Views.Item> list(Simulator simulator) {
        List<Views.Item> items = new ArrayList<>();
        for (Product<?> product : PRODUCTS) {
            product.list(simulator).forEach(each -> items.add(item(product, each)));
        }
        items.sort(Comparator.comparing(item -> Instant.parse(item.created())));
        return items;
    }

    private static Views.Item item(Product<?> product, ProductSnapshot snapshot) {
        return new Views.Item(
                product.name(),
                snapshot.number(),
                snapshot.state(),
                snapshot.title(),
                snapshot.amount().isPresent() ? snapshot.amount().getAsLong() : null,
                snapshot.created().toString(),
                product.actions().stream()
                        .filter(action -> snapshot.actions().contains(action.method()))
                        .map(action -> new Views.Item.Action(action.name(), action.inputs()))
                        .toList());
    }
}

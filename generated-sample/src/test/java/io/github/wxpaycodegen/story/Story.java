package io.github.wxpaycodegen.story;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.client.v3.refund.Refund;
import io.github.wxpaycodegen.examples.NotificationServer;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A day in the life of a merchant's server, against the simulator: an order is paid, half of it is refunded, and the bill of
 * the day agrees. Against the real gateway the lines about the simulator go, and the rest stays.
 */
public final class Story {
    private static final String MCHID = "1230000109";
    private static final String V2_KEY = "story-key-0123456789abcdef012345";

    private final PrintStream out;

    /** Tells it to this stream. */
    public Story(PrintStream out) {
        this.out = out;
    }

    /** Tells it on the console. */
    public static void main(String[] args) throws Exception {
        new Story(System.out).tell();
    }

    /**
     * Tells it.
     *
     * @throws IllegalStateException if it ends otherwise than it should
     */
    public void tell() throws Exception {
        Path folder = Files.createTempDirectory("wxpay-story");
        try (Simulator gateway = Simulator.builder()
                        .mchid(MCHID)
                        .v2Key(V2_KEY)
                        .rememberOrders()
                        .start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            Shop shop = new Shop(pay);
            try (NotificationServer server = new NotificationServer(shop.dispatcher())) {
                tell(gateway, pay, shop, server, folder.resolve("bill.csv.gz"));
            }
        } finally {
            Files.deleteIfExists(folder.resolve("bill.csv.gz"));
            Files.deleteIfExists(folder);
        }
    }

    private void tell(Simulator gateway, WxPay pay, Shop shop, NotificationServer server, Path file) throws Exception {
        out.println("1. A Native order over 5.00 yuan: " + masked(shop.order("ORDER-1", 500, server.notifyUrl())));

        gateway.orders().pay("ORDER-1");
        out.println("2. The customer scans the code and pays. Heard, verified and handled: " + shop.hear());

        Transaction order = shop.query("ORDER-1");
        out.println(
                "3. Queried: " + order.tradeState() + ", " + order.amount().total() + " fen of " + order.outTradeNo());

        Refund refund = shop.refund("ORDER-1", "REFUND-1", 250, 500, server.notifyUrl());
        out.println("4. Half of it goes back: " + refund.status() + ", "
                + refund.amount().refund() + " fen as " + refund.outRefundNo());
        out.println("5. Heard, verified and handled: " + shop.hear());

        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        SavedFile bill = pay.v3()
                .bill()
                .tradeBill()
                .download(b -> b.billDate(today.toString()).tarType(TarType.GZIP), file);
        out.println("6. The day's bill, its digest as reported: " + bill.hash().type() + ", " + bill.size()
                + " bytes of gzip");

        reconcile(shop, file);
    }

    private void reconcile(Shop shop, Path bill) throws IOException {
        List<String> differences = Reconciliation.differences(bill, shop.paid(), shop.refunded());
        if (!differences.isEmpty() || shop.paid().size() != 1 || shop.refunded().size() != 1) {
            throw new IllegalStateException("the books do not agree: " + differences);
        }
        out.println("7. Reconciled: " + shop.paid().size() + " payment and "
                + shop.refunded().size() + " refund, here as in the bill");
    }

    private static String masked(String codeUrl) {
        return codeUrl.substring(0, codeUrl.indexOf("://") + 3) + "...";
    }
}

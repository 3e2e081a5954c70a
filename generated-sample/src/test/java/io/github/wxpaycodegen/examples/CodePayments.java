package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.pay.TradeState;
import io.github.wxpaycodegen.client.v3.pay.Transaction;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import java.util.Optional;

/** Charges by the code that a payer shows at the till. */
final class CodePayments {
    private static final int QUERIES = 10;

    private final WxPay pay;
    private final Runnable pause;

    /** Uses a pause of about five seconds between queries. */
    CodePayments(WxPay pay, Runnable pause) {
        this.pay = pay;
        this.pause = pause;
    }

    /** Returns the payment, or nothing if it failed and was reversed. */
    Optional<Transaction> charge(String number, long fen, String authCode) {
        try {
            Transaction paid = pay.v3().pay().transactions().codePay(b -> b.outTradeNo(number)
                    .description("两杯茶")
                    .amount(a -> a.total(fen))
                    .payer(p -> p.authCode(authCode))
                    .sceneInfo(s -> s.storeInfo(store -> store.outId("shop-1"))));
            if (paid.tradeState() == TradeState.SUCCESS) {
                return Optional.of(paid);
            }
        } catch (WxPayException e) {
            if (e.outcome() != Outcome.UNKNOWN) {
                throw e; // this call moved no money: a wrong code, too little money
            }
        }
        for (int i = 0; i < QUERIES; i++) { // USERPAYING: the payer enters a password
            pause.run();
            Optional<Transaction> order = query(number);
            if (order.isPresent() && order.get().tradeState() == TradeState.SUCCESS) {
                return order;
            }
        }
        pay.v3().pay().transactions().outTradeNo(number).reverse(b -> {}); // if it throws, reverse again later
        return Optional.empty();
    }

    private Optional<Transaction> query(String number) {
        try {
            return Optional.of(pay.v3().pay().transactions().outTradeNo(number).get());
        } catch (WxPayException e) {
            return Optional.empty(); // ask again: a failed query decides nothing
        }
    }
}

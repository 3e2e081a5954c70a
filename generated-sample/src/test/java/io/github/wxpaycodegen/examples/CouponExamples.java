package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.marketing.favor.StockType;
import java.time.OffsetDateTime;

/** The examples of the guide to coupons. */
final class CouponExamples {
    private final WxPay pay;
    private final String mchid;

    CouponExamples(WxPay pay, String mchid) {
        this.pay = pay;
        this.mchid = mchid;
    }

    String stock(String requestNumber, OffsetDateTime begin) {
        String stockId = pay.v3()
                .marketing()
                .favor()
                .couponStocks(b -> b.stockName("茶饮立减")
                        .outRequestNo(requestNumber)
                        .belongMerchant(mchid)
                        .stockType(StockType.NORMAL)
                        .availableBeginTime(begin)
                        .availableEndTime(begin.plusDays(30))
                        .noCash(false) // the merchant's own money, paid in before the stock starts
                        .stockUseRule(r -> r.maxCoupons(1000)
                                .maxAmount(5 * 1000)
                                .maxCouponsPerUser(1)
                                .naturalPersonLimit(true)
                                .preventApiAbuse(true))
                        .couponUseRule(r -> r.addAvailableMerchant(mchid)
                                .fixedNormalCoupon(c -> c.couponAmount(5).transactionMinimum(100))))
                .stockId();
        pay.v3().marketing().favor().stocks().stockId(stockId).start(b -> b.stockCreatorMchid(mchid));
        return stockId;
    }

    String send(String stockId, String requestNumber, String openid) {
        return pay.v3()
                .marketing()
                .favor()
                .users()
                .openid(openid)
                .coupons(b -> b.stockId(stockId)
                        .outRequestNo(requestNumber) // the same number again: the same coupon
                        .stockCreatorMchid(mchid))
                .couponId();
    }

    long couponsOf(String openid) {
        long count = 0;
        for (var coupon :
                pay.v3().marketing().favor().users().openid(openid).coupons().list(b -> b.limit(20))) {
            count += coupon.noCash() ? 0 : 1;
        }
        return count;
    }

    void stop(String stockId) {
        pay.v3().marketing().favor().stocks().stockId(stockId).stop(b -> b.stockCreatorMchid(mchid));
    }
}

package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.SubMerchantFundflowbillGetRequest.AccountType;
import io.github.wxpaycodegen.client.v3.bill.SubMerchantFundflowbillGetRequest.Algorithm;
import io.github.wxpaycodegen.client.v3.bill.SubMerchantFundflowbillGetResponse.DownloadBillList;
import io.github.wxpaycodegen.client.v3.bill.TradebillGetRequest.TarType;
import io.github.wxpaycodegen.runtime.FileLink;
import io.github.wxpaycodegen.runtime.SavedFile;
import io.github.wxpaycodegen.runtime.UploadFile;
import io.github.wxpaycodegen.runtime.bill.BillDifference;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import io.github.wxpaycodegen.runtime.bill.TradeBillSummary;
import io.github.wxpaycodegen.runtime.message.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Uploads, downloads and bills, as the guide shows them. */
final class FileExamples {
    private FileExamples() {}

    static void upload(WxPay pay, Store store, long size, String id, String hex) throws IOException {
        UploadFile licence = UploadFile.of(Path.of("licence.jpg"));
        pay.v3().merchant().media().upload(b -> b.file(licence).filename(licence.name()));
        pay.v2().secapi().mch().uploadmedia(b -> b.media(licence));
        UploadFile.of("a.mp4", size, () -> store.open(id)).withDigest(Digest.SHA256, hex);
    }

    static void download(WxPay pay) {
        SavedFile bill = pay.v3()
                .bill()
                .tradebill()
                .download(b -> b.billDate("2026-11-22").tarType(TarType.GZIP), Path.of("bill.csv.gz"));
    }

    static void encrypted(WxPay pay, Path folder) {
        var told = pay.v3().bill().subMerchantFundflowbill().get(b -> b.billDate("2026-11-22")
                .algorithm(Algorithm.AEAD_AES_256_GCM)
                .accountType(AccountType.BASIC));
        for (DownloadBillList part : told.downloadBillList()) {
            pay.downloads()
                    .fetch(
                            FileLink.of(part.downloadUrl(), part.hashType(), part.hashValue())
                                    .encrypted(part.encryptKey(), part.nonce()),
                            folder.resolve(part.billSequence() + ".csv"));
        }
    }

    static void read(Books books, Map<String, Long> payments, Map<String, Long> refunds, List<TradeBillRow> others)
            throws IOException {
        try (TradeBill bill = TradeBill.read(Path.of("bill.csv.gz"))) {
            for (TradeBillRow row : bill) {
                switch (row.tradeState().known()) {
                    case SUCCESS -> payments.put(row.outTradeNo(), row.orderAmount());
                    case REFUND -> refunds.put(row.outRefundNo(), row.refundRequestAmount());
                    default -> others.add(row);
                }
            }
            TradeBillSummary summary = bill.summary();
            List<BillDifference> differences = bill.differences();
        }
        books.compare(payments, refunds);
    }

    /** Where files are. */
    interface Store {
        InputStream open(String id) throws IOException;
    }

    /** What the merchant knows. */
    interface Books {
        void compare(Map<String, Long> payments, Map<String, Long> refunds);
    }
}

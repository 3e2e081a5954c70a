package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.BillAlgorithm;
import io.github.wxpaycodegen.client.v3.bill.FundAccountType;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.runtime.bill.BillDifference;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import io.github.wxpaycodegen.runtime.bill.TradeBillSummary;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The examples of the guide to files and bills. */
@SuppressWarnings({"UnusedVariable", "ModifiedButNotUsed"}) // A program goes on with the values where an example ends.
final class FilesAndBills {
    /** What a merchant has written down. */
    interface Books {
        /** Compares it with what a bill says, in fen by number. */
        void compare(Map<String, Long> payments, Map<String, Long> refunds);
    }

    private final WxPay pay;

    FilesAndBills(WxPay pay) {
        this.pay = pay;
    }

    void upload(Path scan) throws IOException {
        UploadFile licence = UploadFile.of(scan); // a path: the size is taken now, the content when it is sent
        pay.v3().merchant().media().upload(b -> b.file(licence).filename(licence.name()));
        pay.v2().secApi().mch().uploadMedia(b -> b.media(licence));
    }

    Path download(Path folder) {
        SavedFile bill = pay.v3()
                .bill()
                .tradeBill()
                .download(b -> b.billDate("2026-11-22").tarType(TarType.GZIP), folder.resolve("bill.csv.gz"));
        return bill.path();
    }

    void downloadEncrypted(Path folder) {
        var response = pay.v3().bill().subMerchantFundFlowBill().get(b -> b.subMchid("1900000109")
                .billDate("2026-11-22")
                .tarType(TarType.GZIP)
                .algorithm(BillAlgorithm.AEAD_AES_256_GCM)
                .accountType(FundAccountType.BASIC));
        for (var part : response.downloadBillList()) {
            pay.downloads()
                    .fetch(
                            FileLink.of(part.downloadUrl(), part.hashTypeValue(), part.hashValue())
                                    .encrypted(part.encryptKey(), part.nonce()),
                            folder.resolve(part.billSequence() + ".csv.gz"));
        }
    }

    static void read(Path file, Books books) throws IOException {
        Map<String, Long> payments = new HashMap<>();
        Map<String, Long> refunds = new HashMap<>();
        List<TradeBillRow> others = new ArrayList<>();
        try (TradeBill bill = BillKind.TRADE.open(file)) { // CSV or gzip, detected by the first bytes
            for (TradeBillRow row : bill) {
                switch (row.tradeState()) { // amounts in fen
                    case SUCCESS -> payments.put(row.outTradeNo(), row.orderAmount());
                    case REFUND -> refunds.put(row.outRefundNo(), row.refundRequestAmount());
                    default -> others.add(row); // revoked, or of a kind that is new
                }
            }
            TradeBillSummary summary = bill.summary(); // behind the rows, not before
            List<BillDifference> differences = bill.differences(); // sums that the rows do not add up to
        }
        books.compare(payments, refunds); // the bill is known to be whole
    }
}

package io.github.wxpaycodegen.benchmarks;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.bill.FundFlowBillGetRequest;
import io.github.wxpaycodegen.client.v3.bill.TarType;
import io.github.wxpaycodegen.client.v3.bill.TradeBillGetRequest;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;

/** The bills that are read, as a client gets them: downloaded from the simulator and verified. */
final class BillFiles {
    private static final String MCHID = "1230000109";
    private static final String KEY = "benchmark-key-0123456789abcdefgh";
    private static final String DAY = "2026-01-01";

    private BillFiles() {}

    /** Writes a file for each of {@link BillReading.Kind}. */
    static void write(Path directory, long rows) {
        try (Simulator gateway = Simulator.builder().mchid(MCHID).v2Key(KEY).start();
                WxPay pay = WxPay.create(
                        gateway.config().timeout(Duration.ofMinutes(5)).build())) {
            gateway.bills().rows(rows);
            for (BillReading.Kind kind : BillReading.Kind.values()) {
                long start = System.nanoTime();
                SavedFile saved = download(pay, kind, directory.resolve(kind.name()));
                System.out.printf(
                        "%s: %,d rows, %,d bytes, made, downloaded and verified in %,d ms%n",
                        kind,
                        rows,
                        saved.size(),
                        Duration.ofNanos(System.nanoTime() - start).toMillis());
            }
        }
    }

    private static SavedFile download(WxPay pay, BillReading.Kind kind, Path file) {
        return switch (kind) {
            case TRADE -> pay.v3().bill().tradeBill().download(trade().build(), file);
            case TRADE_GZIP ->
                pay.v3()
                        .bill()
                        .tradeBill()
                        .download(trade().tarType(TarType.GZIP).build(), file);
            case FUND_FLOW ->
                pay.v3()
                        .bill()
                        .fundFlowBill()
                        .download(FundFlowBillGetRequest.builder().billDate(DAY).build(), file);
        };
    }

    private static TradeBillGetRequest.Builder trade() {
        return TradeBillGetRequest.builder().billDate(DAY);
    }
}

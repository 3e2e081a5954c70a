package io.github.wxpaycodegen.simulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs a simulator from the command line until it is interrupted. */
public final class SimulatorMain {
    private static final String USAGE = """
        Usage: SimulatorMain <directory> [<mchid> [<v2-key> [<port> [<specs> [<v3-key> [<brand-id>]]]]]]
          directory  where keys and certificates are written: ca.pem, apiclient_cert.p12 (its
                     password is the merchant id), apiclient_cert.pem, apiclient_key.pem,
                     pub_key.pem, wechatpay_cert.pem; of a brand brand_cert.pem,
                     brand_key.pem, brand_pub_key.pem
          mchid      the merchant; 1230000109 if omitted
          v2-key     the merchant's APIv2 key; a random one if omitted
          port       where to listen on loopback; a free port if omitted or 0
          specs      a directory of specs instead of the bundled ones; - for those
          v3-key     the merchant's APIv3 key, 32 characters; a random one if omitted
          brand-id   the merchant's brand; none if omitted
        """;

    private static final String DEFAULT_MCHID = "1230000109";
    private static final int MAX_ARGUMENTS = 7;
    private static final int WRONG_USAGE = 2;

    private SimulatorMain() {}

    /** Starts a simulator. Without arguments, prints the usage. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (start(List.of(args), System.out).isEmpty()) {
            System.exit(WRONG_USAGE);
        }
        // The simulator's threads are daemons, so the JVM would end here.
        new CountDownLatch(1).await();
    }

    /**
     * Starts a simulator, writes its certificates and prints its address and keys; empty if the arguments are invalid.
     */
    static Optional<Simulator> start(List<String> args, PrintStream out) throws IOException {
        boolean right = !args.isEmpty()
                && args.size() <= MAX_ARGUMENTS
                && (args.size() < 4 || args.get(3).matches("[0-9]{1,5}"))
                && (args.size() < 6 || args.get(5).length() == 32);
        if (!right) {
            out.print(USAGE);
            return Optional.empty();
        }
        Path directory = Path.of(args.get(0));
        String mchid = args.size() > 1 ? args.get(1) : DEFAULT_MCHID;
        String key = args.size() > 2 ? args.get(2) : randomKey();
        SimulatorBuilder builder = Simulator.builder().mchid(mchid).v2Key(key);
        if (args.size() > 3) {
            builder.port(Integer.parseInt(args.get(3)));
        }
        if (args.size() > 4 && !args.get(4).equals("-")) {
            builder.specs(Path.of(args.get(4)));
        }
        if (args.size() > 5) {
            builder.v3Key(args.get(5));
        }
        if (args.size() > 6) {
            builder.brandId(args.get(6));
        }
        Simulator simulator = builder.start();
        simulator.writeCertificates(directory, mchid);
        out.println("Listening on " + simulator.baseUri());
        out.println("Merchant:     " + mchid);
        out.println("APIv2 key:    " + key);
        out.println("APIv3 key:    " + simulator.v3Key());
        out.println("Serial:       " + simulator.merchantSerial());
        out.println("Public key:   " + simulator.publicKeyId());
        out.println("Platform:     " + simulator.platformSerial());
        if (args.size() > 6) {
            out.println("Brand:        " + args.get(6));
            out.println("Brand serial: " + simulator.brandSerial());
            out.println("Brand v3 key: " + simulator.brandV3Key());
            out.println("Its pub. key: " + simulator.brandPublicKeyId());
        }
        out.println("Certificates: " + directory.toAbsolutePath());
        return Optional.of(simulator);
    }

    /** Returns a random key of 32 characters. */
    static String randomKey() {
        byte[] key = new byte[16];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}

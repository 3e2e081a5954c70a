package io.github.wxpaycodegen.runtime.notification;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database server of the system's packages. It listens on loopback, keeps its data in a temporary directory, and ends
 * with this process, however that ends. Both servers refuse to run as root, so root runs them as {@code nobody}.
 */
final class DatabaseServer implements AutoCloseable {
    /** {@code required}: a missing server fails its tests instead of skipping them. {@code none}: they are skipped. */
    private static final String TESTS = "WXPAY_TEST_DATABASES";

    private static final Duration START = Duration.ofMinutes(5);

    /** Prepares the data, runs the server until the input of this shell ends, and deletes everything. */
    private static final String SCRIPT = """
        dir=$1; init=$2; run=$3
        as=
        if [ "$(id -u)" = 0 ]; then
            chown nobody "$dir"
            as="setpriv --reuid=nobody --regid=$(id -g nobody) --clear-groups"
        fi
        cd "$dir"
        trap '' PIPE
        if $as $init >init.log 2>&1 </dev/null; then
            exec >/dev/null 2>&1
            $as $run >server.log 2>&1 </dev/null &
            read -r end
            kill $!
            wait $!
        else
            cat init.log
        fi
        cd /
        rm -rf "$dir"
        """;

    private final Process shell;
    private final DataSource dataSource;

    private DatabaseServer(Process shell, DataSource dataSource) {
        this.shell = shell;
        this.dataSource = dataSource;
    }

    static DatabaseServer postgres() throws Exception {
        Path bin = require("PostgreSQL", "postgresql", "initdb", "postgres");
        int port = freePort();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=test");
        Path directory = directory();
        return start(
                source,
                directory,
                bin.resolve("initdb") + " -D " + directory + "/data -U test -A trust -E UTF8 --locale=C --no-sync",
                bin.resolve("postgres") + " -D " + directory + "/data -p " + port
                        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off");
    }

    static DatabaseServer mariaDb() throws Exception {
        Path install =
                require("MariaDB", "mariadb-server", "mariadb-install-db").resolve("mariadb-install-db");
        Path server = require("MariaDB", "mariadb-server", "mariadbd").resolve("mariadbd");
        int port = freePort();
        Path directory = directory();
        // Its usual collation ignores case.
        return start(
                new MariaDbDataSource(
                        "jdbc:mariadb://127.0.0.1:" + port + "/shop?createDatabaseIfNotExist=true&user=root"),
                directory,
                install + " --no-defaults --datadir=" + directory
                        + "/data --auth-root-authentication-method=normal --skip-test-db",
                server + " --no-defaults --datadir=" + directory + "/data --port=" + port + " --bind-address=127.0.0.1"
                        + " --socket=" + directory + "/socket --skip-grant-tables --character-set-server=utf8mb4"
                        + " --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=16M");
    }

    /** Returns a new directory. It is not below target, because nobody may be unable to get there. */
    private static Path directory() throws IOException {
        return Files.createTempDirectory(Path.of("/tmp"), "wxpay-test-database");
    }

    private static DatabaseServer start(DataSource source, Path directory, String init, String run) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "sh", directory.toString(), init, run)
                .redirectErrorStream(true)
                .start();
        DatabaseServer server = new DatabaseServer(shell, source);
        try {
            server.awaitStart(directory.resolve("server.log"));
            return server;
        } catch (Exception | Error e) {
            server.close();
            throw e;
        }
    }

    private void awaitStart(Path log) throws Exception {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try (Connection connection = dataSource.getConnection()) {
                if (connection.isValid(60)) {
                    return;
                }
            } catch (SQLException e) {
                if (!shell.isAlive()) {
                    throw new IllegalStateException("the data directory could not be created: "
                            + new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server did not start: " + Files.readString(log), e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(100); // no event reports that a server of another process accepts connections
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** Returns the directory with these programs. Without them, the tests are skipped or fail. */
    private static Path require(String server, String debianPackage, String... programs) {
        if ("none".equals(System.getenv(TESTS))) {
            return abort("the tests of " + server + " are switched off by " + TESTS + "=none");
        }
        Optional<Path> found = directories()
                .filter(each -> Stream.of(programs).allMatch(name -> Files.isExecutable(each.resolve(name))))
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        String problem = server + " is not installed, so its tests do not run: apt-get install " + debianPackage;
        return "required".equals(System.getenv(TESTS)) ? fail(problem) : abort(problem);
    }

    private static Stream<Path> directories() {
        List<Path> all = new ArrayList<>();
        for (String each : System.getenv().getOrDefault("PATH", "").split(":")) {
            all.add(Path.of(each));
        }
        all.add(Path.of("/usr/sbin"));
        // Where Debian has it, one directory for each version.
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            versions.map(each -> each.resolve("bin")).forEach(all::add);
        } catch (IOException e) {
            // There is none.
        }
        return all.stream();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the server did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server stopped", e);
        }
    }
}

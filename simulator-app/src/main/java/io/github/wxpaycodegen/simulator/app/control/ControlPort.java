package io.github.wxpaycodegen.simulator.app.control;

import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;

/** The control port before it serves requests, so that a used port is known before anything else starts. */
public final class ControlPort {
    private final HttpServer server;
    private final InetAddress address;

    private ControlPort(HttpServer server, InetAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Binds the port.
     *
     * @param port the port, or 0 for a free one
     * @throws IOException if the port is in use
     */
    public static ControlPort bind(InetAddress address, int port) throws IOException {
        try {
            return new ControlPort(HttpServer.create(new InetSocketAddress(address, port), 0), address);
        } catch (IOException e) {
            throw new IOException(
                    "the control port " + port + " is not available: " + e.getMessage()
                            + ". Choose another one with --control-port",
                    e);
        }
    }

    /**
     * Starts to serve requests.
     *
     * @param hosts further names of this machine by which requests may come
     * @param simulators the simulators to control, one for each merchant
     */
    public ControlServer serve(Collection<String> hosts, List<Simulator> simulators) {
        ControlServer control = new ControlServer(server, address, hosts, simulators);
        control.start();
        return control;
    }

    /** Releases a port that serves nothing. */
    public void release() {
        // A server that was never started keeps its port when it stops, because no thread closes its channel.
        server.start();
        server.stop(0);
    }
}

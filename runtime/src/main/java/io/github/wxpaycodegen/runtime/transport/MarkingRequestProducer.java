package io.github.wxpaycodegen.runtime.transport;

import java.io.IOException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Notes when a connection is up and asks for the request. Whatever fails before that moment (resolving, connecting, TLS)
 * has sent nothing of it.
 */
final class MarkingRequestProducer implements AsyncRequestProducer {
    private final AsyncRequestProducer producer;
    private volatile boolean begun;

    MarkingRequestProducer(AsyncRequestProducer producer) {
        this.producer = producer;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public void sendRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        begun = true;
        producer.sendRequest(channel, context);
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public void failed(Exception cause) {
        producer.failed(cause);
    }

    @Override
    public int available() {
        return producer.available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        producer.produce(channel);
    }

    @Override
    public void releaseResources() {
        producer.releaseResources();
    }
}

package io.github.wxpaycodegen.runtime.internal.v3;

import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.internal.call.Call;
import io.github.wxpaycodegen.runtime.internal.call.CallSettings;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.Echoes;
import io.github.wxpaycodegen.runtime.internal.call.Exchange;
import io.github.wxpaycodegen.runtime.internal.call.Hosts;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.download.FileDecryption;
import io.github.wxpaycodegen.runtime.internal.download.FileReceiver;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import io.github.wxpaycodegen.runtime.internal.link.FileSeal;
import io.github.wxpaycodegen.runtime.internal.link.LinkSeals;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.net.URI;
import java.security.PrivateKey;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Receives a file, which is moved to the target once it is verified.
 *
 * @param link the link that is downloaded; null if the operation itself returns the file
 */
record V3FileReception(
        ClientSettings config,
        Exchange exchange,
        V3Trust trust,
        Call<?> call,
        FileTarget target,
        @Nullable FileLink link)
        implements V3Reception<SavedFile>, FileReceiver.Verifier {
    @Override
    public List<URI> hosts(Hosts hosts, CallSettings options) {
        target.check();
        return link == null ? hosts.hosts(call.operation(), options) : List.of(hosts.hostOf(link));
    }

    @Override
    public CompletableFuture<WxPayResponse<SavedFile>> receive(V3Request request, TransportRequest outgoing) {
        return new FileReceiver(
                        call, exchange, config.clock(), target, link == null ? null : link.hash(), decryption(), this)
                .receive(outgoing);
    }

    @Override
    public CompletableFuture<Void> verify(TransportResponse response, PartFile part) {
        V3ResponseReader<?> reader = new V3ResponseReader<>(call, Echoes.NONE, config);
        return part.accepted()
                ? trust.verify(
                        call.operation(),
                        response,
                        reader,
                        Covered.of(part, config.limits().maxResponseBytes()))
                : trust.refusal(response, reader);
    }

    private FileReceiver.@Nullable Decryption decryption() {
        FileSeal seal = link == null ? null : LinkSeals.of(link);
        return seal == null ? null : part -> decrypt(seal, part);
    }

    private byte[] decrypt(FileSeal seal, PartFile part) throws IOException, VerificationException {
        PrivateKey key = config.account(V3Account.of(call.operation().path())).privateKey();
        return FileDecryption.decrypt(seal, Objects.requireNonNull(key), part);
    }
}

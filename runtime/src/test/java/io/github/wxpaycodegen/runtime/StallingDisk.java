package io.github.wxpaycodegen.runtime;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A network drive that stops responding: one kind of operation waits until the drive recovers. */
final class StallingDisk extends FileSystem {
    private final FileSystem real;
    private final Stall stall;
    private final Provider provider = new Provider();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch recovered = new CountDownLatch(1);

    /** The operation that waits. */
    enum Stall {
        DELETE,
        LINK
    }

    private StallingDisk(FileSystem real, Stall stall) {
        this.real = real;
        this.stall = stall;
    }

    /** Returns a drive that has the files below a folder. */
    static StallingDisk of(Path folder, Stall stall) {
        return new StallingDisk(folder.getFileSystem(), stall);
    }

    /** Waits until an operation waits. */
    void awaitStall() {
        try {
            stalled.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void recover() {
        recovered.countDown();
    }

    private void reach(Stall operation) throws IOException {
        if (operation == stall) {
            stalled.countDown();
            try {
                recovered.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Returns the same path on this drive. */
    Path on(Path path) {
        return (Path) Proxy.newProxyInstance(
                Path.class.getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getFileSystem")) {
                        return this;
                    }
                    Object[] given = arguments == null ? new Object[0] : arguments.clone();
                    for (int i = 0; i < given.length; i++) {
                        given[i] = given[i] instanceof Path other ? real(other) : given[i];
                    }
                    try {
                        Object result = method.invoke(path, given);
                        return result instanceof Path other ? on(other) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static Path real(Path path) {
        return path.getFileSystem() instanceof StallingDisk disk ? disk.real.getPath(path.toString()) : path;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        recover();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return on(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return real.newWatchService();
    }

    private final class Provider extends FileSystemProvider {
        private FileSystemProvider files() {
            return real.provider();
        }

        @Override
        public String getScheme() {
            return "stalling";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            return StallingDisk.this;
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return StallingDisk.this;
        }

        @Override
        public Path getPath(URI uri) {
            return on(Path.of(uri));
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
            return files().newByteChannel(real(path), options, attributes);
        }

        @Override
        public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return files().newFileChannel(real(path), options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
                throws IOException {
            return files().newDirectoryStream(real(directory), filter);
        }

        @Override
        public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
            files().createDirectory(real(directory), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            reach(Stall.DELETE);
            files().delete(real(path));
        }

        @Override
        public void copy(Path source, Path target, CopyOption... options) throws IOException {
            files().copy(real(source), real(target), options);
        }

        @Override
        public void move(Path source, Path target, CopyOption... options) throws IOException {
            files().move(real(source), real(target), options);
        }

        @Override
        public void createLink(Path link, Path existing) throws IOException {
            reach(Stall.LINK);
            files().createLink(real(link), real(existing));
        }

        @Override
        public boolean isSameFile(Path path, Path other) throws IOException {
            return files().isSameFile(real(path), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return files().isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return files().getFileStore(real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            files().checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
            return files().getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
                throws IOException {
            return files().readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
                throws IOException {
            return files().readAttributes(real(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
            files().setAttribute(real(path), attribute, value, options);
        }
    }
}

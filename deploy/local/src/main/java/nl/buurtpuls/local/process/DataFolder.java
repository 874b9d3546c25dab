package nl.buurtpuls.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything a stack keeps between runs: the data of Kafka, PostgreSQL and the indicator-service, secrets, logs, and the
 * ids of the processes that use it.
 *
 * @param path an absolute path
 */
public record DataFolder(Path path) {
    /** What the sample takes with its changelogs, and as much again, in bytes: what is here already is part of it. */
    private static final long SPACE = 4L << 30;

    /** Free space below which nothing is started, in bytes. */
    private static final long LEAST_SPACE = 1L << 30;

    private static final String KAFKA = "kafka";
    private static final String POSTGRES = "postgres";
    private static final String INDICATOR_STATE = "indicator-state";
    private static final String INSTANCES = "instances";
    private static final String LOADED = "loaded";
    private static final String LOGS = "logs";
    private static final String PIDS = "pids";
    private static final String SECRETS = "secrets";
    private static final List<String> OURS =
            List.of(KAFKA, POSTGRES, INDICATOR_STATE, INSTANCES, LOADED, LOGS, PIDS, SECRETS);

    public DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return path.resolve(KAFKA);
    }

    public Path postgres() {
        return path.resolve(POSTGRES);
    }

    public Path indicatorState() {
        return path.resolve(INDICATOR_STATE);
    }

    /** The state of an instance beside the first, by its name. */
    public Path stateOf(String instance) {
        return path.resolve(INSTANCES).resolve(instance);
    }

    /** The private key that tokens are signed with. */
    public Path tokenKey() {
        return path.resolve(SECRETS).resolve("token-key.pem");
    }

    /** The public half of {@link #tokenKey()}, for the services, as a JSON Web Key Set. */
    public Path tokenKeySet() {
        return path.resolve(SECRETS).resolve("token-keys.json");
    }

    /** Markers of what has been loaded. */
    public Path loaded() {
        return path.resolve(LOADED);
    }

    public Path log(String name) {
        return path.resolve(LOGS).resolve(name + ".log");
    }

    public Path pids() {
        return path.resolve(PIDS);
    }

    PidFile pidFile(String name) {
        return new PidFile(pids().resolve(name + ".pid"));
    }

    /**
     * Makes the folder, if it is not there, and checks that it can be written and has room.
     *
     * @throws StartFailure if it cannot be used
     */
    public void prepare() {
        try {
            Files.createDirectories(path);
            for (String folder : OURS) {
                Files.createDirectories(path.resolve(folder));
            }
            Files.delete(Files.createTempFile(path, "writable", ""));
        } catch (IOException e) {
            throw StartFailure.notStarted("The data folder " + path + " cannot be written (" + e.getMessage()
                    + "): name another with --data DIR.");
        }
        requireSpace(usableSpace(), size());
    }

    void requireSpace(long free, long taken) {
        long needed = Math.max(LEAST_SPACE, SPACE - taken);
        if (free < needed) {
            throw StartFailure.notStarted("The disk of " + path + " has " + (free >> 20) + " MiB free and "
                    + (needed >> 20) + " MiB are needed: make room, or name another disk with --data DIR.");
        }
    }

    /** Bytes that a stack has put here. */
    private long size() {
        return OURS.stream().mapToLong(folder -> sizeOf(path.resolve(folder))).sum();
    }

    /** Bytes of the files of a folder of a running program: what is gone before it is looked at counts nothing. */
    public static long sizeOf(Path root) {
        AtomicLong size = new AtomicLong();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    size.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return size.get();
    }

    private long usableSpace() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a stack has put here, and nothing else that may be in the folder. */
    public void clear() {
        OURS.forEach(folder -> remove(path.resolve(folder)));
    }

    /** Removes a file or a tree of this folder, if it is there. */
    public void remove(Path inside) {
        if (!inside.startsWith(path) || inside.equals(path)) {
            throw new IllegalArgumentException(inside + " is not in " + path);
        }
        deleteTree(inside);
    }

    /** A random secret of 256 bits, made at the first call and readable by its owner only. */
    public String secret(String name) {
        Path file = path.resolve(SECRETS).resolve(name);
        try {
            if (Files.notExists(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.createDirectories(file.getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) {
        if (Files.notExists(root)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

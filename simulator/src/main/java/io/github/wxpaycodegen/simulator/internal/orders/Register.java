package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Things that the merchant created under numbers of its own. An equal request with the same number returns the existing
 * thing, a different one is rejected. Entries are snapshots. If there are very many, the oldest finished ones are
 * forgotten. Not thread-safe: the ledger that has it synchronizes.
 */
public final class Register<T extends Register.Entry> {
    /** Something that the merchant created. */
    public interface Entry {
        /** Returns the key, which contains the merchant's number. */
        String key();

        /** Returns the fields of the request that created it, by their path. */
        Map<String, String> request();

        /** Returns true if nothing more is expected of it, so that it is forgotten first. */
        boolean isFinished();

        /** Returns a field of the request; an empty text if it is absent. */
        default String text(String field) {
            return request().getOrDefault(field, "");
        }
    }

    /** Creates an entry. */
    @FunctionalInterface
    public interface Creation<T> {
        T create() throws ProblemException;
    }

    /** Processes an entry that is new. */
    @FunctionalInterface
    public interface Sequel<T> {
        void process(T entry) throws ProblemException;
    }

    private final Problem missing;
    private final Problem used;
    private final Map<String, T> entries = new LinkedHashMap<>();

    /**
     * Creates an empty register.
     *
     * @param missing the problem of a number that nothing has
     * @param used the problem of a number that a different request has used
     */
    public Register(Problem missing, Problem used) {
        this.missing = missing;
        this.used = used;
    }

    /** Returns the key of a sub-merchant's number; different sub-merchants may use the same number. */
    public static String key(String subMchid, String number) {
        return subMchid + "/" + number;
    }

    /** Creates an entry, or returns the one that an equal request created. */
    public T create(String key, Map<String, String> request, Creation<T> creation) throws ProblemException {
        return create(key, request, creation, entry -> {});
    }

    /**
     * Creates an entry, or returns the one that an equal request created.
     *
     * @param sequel processes an entry that is new, and may replace it
     * @return the existing entry, or the new one as it was created
     */
    public T create(String key, Map<String, String> request, Creation<T> creation, Sequel<T> sequel)
            throws ProblemException {
        T earlier = entries.get(key);
        if (earlier != null) {
            if (!earlier.request().equals(request)) {
                throw new ProblemException(used);
            }
            return earlier;
        }
        T created = keep(creation.create());
        sequel.process(created);
        return created;
    }

    /**
     * Returns the entry with a key.
     *
     * @throws ProblemException if there is none
     */
    public T find(String key) throws ProblemException {
        T entry = entries.get(key);
        if (entry == null) {
            throw new ProblemException(missing);
        }
        return entry;
    }

    /**
     * Returns the first matching entry.
     *
     * @throws ProblemException if there is none
     */
    public T first(Predicate<T> fits) throws ProblemException {
        return entries.values().stream().filter(fits).findFirst().orElseThrow(() -> new ProblemException(missing));
    }

    /** Adds an entry, or replaces the one with its key. */
    public T keep(T entry) {
        entries.put(entry.key(), entry);
        Retention.trim(entries, Entry::isFinished);
        return entry;
    }

    /** Removes an entry; does nothing if there is none. */
    public void remove(String key) {
        entries.remove(key);
    }

    /** Removes all entries. */
    public void clear() {
        entries.clear();
    }

    /** Returns all entries, oldest first. */
    public List<T> all() {
        return new ArrayList<>(entries.values());
    }
}

package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the caller says of a contract that is to be signed. Not safe for use by several threads. */
public final class ContractFields {
    private static final List<String> REQUIRED =
            List.of("plan_id", "contract_code", "request_serial", "contract_display_account", "notify_url");
    private static final Set<String> OURS = Set.of("appid", "mch_id", "timestamp", "sign");

    private final Map<String, String> data;

    ContractFields(Map<String, String> data) {
        this.data = data;
    }

    /** The id of the template. */
    public ContractFields planId(String value) {
        return token("plan_id", value);
    }

    /** The merchant's number of the contract. */
    public ContractFields contractCode(String value) {
        return token("contract_code", value);
    }

    /** The merchant's number of this request: digits, the first of them not 0. */
    public ContractFields requestSerial(long value) {
        return token("request_serial", Long.toString(value));
    }

    /** The name of the user that the page shows; no emoji. */
    public ContractFields contractDisplayAccount(String value) {
        return field("contract_display_account", value);
    }

    /** Where the result is sent to; without a query. */
    public ContractFields notifyUrl(String value) {
        return token("notify_url", value);
    }

    /** The merchant that a service provider acts for. */
    public ContractFields subMchId(String value) {
        return token("sub_mch_id", value);
    }

    /** The app id of the merchant that a service provider acts for. */
    public ContractFields subAppid(String value) {
        return token("sub_appid", value);
    }

    /**
     * A further field that the page of the product has; it is signed with the others.
     *
     * @throws InvalidRequestException if it is one of those that are filled in, or has no value
     */
    public ContractFields field(String name, String value) {
        if (OURS.contains(name)) {
            throw new InvalidRequestException("The contract", List.of(name + " is set by the client; leave it out"));
        }
        data.put(Argument.token("name", name), Argument.text(name, value));
        return this;
    }

    private ContractFields token(String name, String value) {
        data.put(name, Argument.token(name, value));
        return this;
    }

    void check() {
        Stream<String> missing = REQUIRED.stream().filter(name -> !data.containsKey(name));
        List<String> problems = missing.map(name -> name + " is required").toList();
        if (!problems.isEmpty()) {
            throw new InvalidRequestException("The contract", problems);
        }
    }
}

package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Fields of a contract to be signed. Not thread-safe. */
public final class ContractFields {
    private static final List<String> REQUIRED =
            List.of("plan_id", "contract_code", "request_serial", "contract_display_account", "notify_url");
    private static final Set<String> OURS = Set.of("appid", "mch_id", "timestamp", "sign");

    private final Map<String, String> data;

    ContractFields(Map<String, String> data) {
        this.data = data;
    }

    /** Sets the id of the contract template. */
    public ContractFields planId(String value) {
        return token("plan_id", value);
    }

    /** Sets the merchant's number of the contract. */
    public ContractFields contractCode(String value) {
        return token("contract_code", value);
    }

    /** Sets the merchant's number of this request: digits that do not begin with 0. */
    public ContractFields requestSerial(long value) {
        return token("request_serial", Long.toString(value));
    }

    /** Sets the user name that the page shows; without emoji, and without {@code &} before {@code =}. */
    public ContractFields contractDisplayAccount(String value) {
        return field("contract_display_account", value);
    }

    /** Sets the URL of the notification of the result; without a query. */
    public ContractFields notifyUrl(String value) {
        return token("notify_url", value);
    }

    /** Sets the id of the merchant that a service provider acts for. */
    public ContractFields subMchId(String value) {
        return token("sub_mch_id", value);
    }

    /** Sets the app id of the merchant that a service provider acts for. */
    public ContractFields subAppid(String value) {
        return token("sub_appid", value);
    }

    /**
     * Sets another field of the product's page; it is signed with the others.
     *
     * @throws InvalidRequestException if the client sets this field itself, or the value is blank
     */
    public ContractFields field(String name, String value) {
        if (OURS.contains(name)) {
            throw InvalidRequestException.builder("The contract")
                    .problem(name + " is set by the client: do not set it")
                    .build();
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
            throw InvalidRequestException.builder("The contract")
                    .problems(problems)
                    .build();
        }
    }
}

package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.Unit;
import io.github.wxpaycodegen.reference.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Phrases about a field: where its value comes from, its form, its unit and its limits. */
final class FieldFacts {
    private static final long KIB = 1024;

    private final Language language;

    FieldFacts(Language language) {
        this.language = language;
    }

    /** Returns what to know before all else. */
    List<String> marks(Field field) {
        List<String> marks = new ArrayList<>();
        field.wire().encrypted().map(this::encryption).ifPresent(marks::add);
        field.wire()
                .signed()
                .map(key -> language.of("发送其签名", "its signature is sent"))
                .ifPresent(marks::add);
        if (field.wire().sensitive() && field.wire().encrypted().isEmpty()) {
            marks.add(language.of("个人信息，日志中打码", "personal data, masked in logs"));
        }
        field.source().fill().map(this::fill).ifPresent(marks::add);
        field.source()
                .digest()
                .map(digest -> language.of("自动计算文件的 " + digest, digest + " of the file, computed"))
                .ifPresent(marks::add);
        return marks;
    }

    private String encryption(FieldEncryption encryption) {
        return switch (encryption) {
            case RSA_PUBKEY -> language.of("公钥加密", "encrypted with the public key");
            case AES_GCM -> language.of("APIv3 密钥加密", "encrypted with the APIv3 key");
            case AES_ECB -> language.of("APIv2 密钥加密", "encrypted with the APIv2 key");
        };
    }

    private String fill(FillKey key) {
        return language.of("取自配置 " + key.key(), "from the configuration: " + key.key());
    }

    /** Returns form, unit and limits. */
    List<String> facts(Field field) {
        List<String> facts = new ArrayList<>();
        field.source()
                .constant()
                .map(ConstantValue::text)
                .map(value -> language.of("固定为 " + value, "always " + value))
                .ifPresent(facts::add);
        field.source()
                .defaultValue()
                .map(ConstantValue::text)
                .map(value -> language.of("默认 " + value, "default " + value))
                .ifPresent(facts::add);
        field.docs().meaning().unit().map(this::unit).ifPresent(facts::add);
        field.docs().meaning().format().map(this::format).ifPresent(facts::add);
        field.wire().encoded().map(this::encoding).ifPresent(facts::add);
        if (field.indexed()) {
            facts.add(language.of("编号字段：$n 从 0 开始", "numbered fields: $n starts at 0"));
        }
        field.wire()
                .spelling()
                .map(spelling -> language.of(
                        "真为 " + spelling.trueText() + "，假为 " + spelling.falseText(),
                        "true is " + spelling.trueText() + ", false is " + spelling.falseText()))
                .ifPresent(facts::add);
        limits(field, facts);
        if (field.wire().emoji()) {
            facts.add(language.of("可含表情符号", "accepts emoji"));
        }
        return facts;
    }

    private void limits(Field field, List<String> facts) {
        Limits limits = field.limits();
        String each = field.list() ? language.of("每项 ", "each ") : "";
        length(limits, each, facts);
        limits.pattern().ifPresent(regex -> facts.add(each + language.of("匹配 ", "matches ") + regex));
        range(limits, each, facts);
        limits.maxItems()
                .ifPresent(most -> facts.add(language.of("最多 " + most + " 项", "at most " + most + " elements")));
        limits.file().maxBytes().ifPresent(most -> facts.add(language.of("最大 ", "at most ") + bytes(most)));
        if (!limits.file().mediaTypes().isEmpty()) {
            facts.add(String.join(", ", limits.file().mediaTypes()));
        }
    }

    private void length(Limits limits, String each, List<String> facts) {
        OptionalInt least = limits.minLength();
        OptionalInt most = limits.maxLength();
        if (least.isPresent() && least.equals(most)) {
            facts.add(each + language.of(most.getAsInt() + " 个字符", characters(most.getAsInt())));
        } else if (least.isPresent() && most.isPresent()) {
            facts.add(each
                    + language.of(
                            least.getAsInt() + "–" + most.getAsInt() + " 个字符",
                            least.getAsInt() + "–" + characters(most.getAsInt())));
        } else if (least.isPresent()) {
            facts.add(
                    each + language.of("至少 " + least.getAsInt() + " 个字符", "at least " + characters(least.getAsInt())));
        } else if (most.isPresent()) {
            facts.add(each + language.of("最多 " + most.getAsInt() + " 个字符", "at most " + characters(most.getAsInt())));
        }
    }

    private static String characters(int count) {
        return count + (count == 1 ? " character" : " characters");
    }

    private void range(Limits limits, String each, List<String> facts) {
        String least = limits.minimum().map(BigDecimal::toPlainString).orElse("");
        String most = limits.maximum().map(BigDecimal::toPlainString).orElse("");
        if (!least.isEmpty() && !most.isEmpty()) {
            facts.add(each + language.of(least + " 至 " + most, "from " + least + " to " + most));
        } else if (!least.isEmpty()) {
            facts.add(each + language.of("不小于 " + least, "at least " + least));
        } else if (!most.isEmpty()) {
            facts.add(each + language.of("不大于 " + most, "at most " + most));
        }
    }

    private static String bytes(long count) {
        if (count % (KIB * KIB) == 0) {
            return count / (KIB * KIB) + " MiB";
        }
        return count % KIB == 0 ? count / KIB + " KiB" : count + " B";
    }

    private String encoding(FieldEncoding encoding) {
        return switch (encoding) {
            case JSON -> language.of("JSON 文本", "JSON as a text");
            case URL -> language.of("URL 编码的文本", "URL-encoded text");
        };
    }

    private String unit(Unit unit) {
        return switch (unit) {
            case FEN -> language.of("单位：分", "in fen (0.01 yuan)");
            case CENT -> language.of("单位：币种的最小单位", "in the smallest unit of the currency");
            case YUAN -> language.of("单位：元", "in yuan");
            case PERCENT -> language.of("单位：百分之一", "in percent");
            case PERMILLE -> language.of("单位：千分之一", "in permille (1/1000)");
            case PERMYRIAD -> language.of("单位：万分之一", "in permyriad (1/10000)");
            case MILLISECOND -> language.of("单位：毫秒", "in milliseconds");
            case SECOND -> language.of("单位：秒", "in seconds");
            case MINUTE -> language.of("单位：分钟", "in minutes");
            case HOUR -> language.of("单位：小时", "in hours");
            case DAY -> language.of("单位：天", "in days");
            case MONTH -> language.of("单位：月", "in months");
            case YEAR -> language.of("单位：年", "in years");
            case BYTE -> language.of("单位：字节", "in bytes");
            case METER -> language.of("单位：米", "in meters");
            case KILOMETER -> language.of("单位：千米", "in kilometers");
            case KILOGRAM -> language.of("单位：千克", "in kilograms");
            case KILOWATT_HOUR -> language.of("单位：千瓦时", "in kilowatt-hours");
        };
    }

    private String format(Format format) {
        String chinese =
                switch (format) {
                    case DATE -> "日期 yyyy-MM-dd";
                    case COMPACT_DATE -> "日期 yyyyMMdd";
                    case MONTH -> "月份 yyyy-MM";
                    case COMPACT_MONTH -> "月份 yyyyMM";
                    case YEAR -> "年份 yyyy";
                    case TIME -> "时刻 HH:mm:ss";
                    case COMPACT_TIME -> "时刻 HHmmss";
                    case COMPACT_DATE_TIME -> "北京时间 yyyyMMddHHmmss";
                    case LOCAL_DATE_TIME -> "北京时间 yyyy-MM-dd HH:mm:ss";
                    case UNIX_SECONDS -> "Unix 时间戳，秒（10 位）";
                    case UNIX_MILLISECONDS -> "Unix 时间戳，毫秒（13 位）";
                    case BASE64 -> "Base64";
                    case URL -> "URL";
                    case MEDIA_ID -> "上传文件所得的 media_id";
                    case JSON -> "JSON 文档";
                    case HEX -> "十六进制";
                    case IP -> "IP 地址";
                };
        return language.of(chinese, format.description());
    }
}

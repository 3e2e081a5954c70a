package io.github.wxpaycodegen.examples;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v3.applyment4sub.Applyment;
import io.github.wxpaycodegen.client.v3.applyment4sub.BankAccountInfo;
import io.github.wxpaycodegen.client.v3.applyment4sub.IdDocType;
import io.github.wxpaycodegen.client.v3.applyment4sub.PersonType;
import io.github.wxpaycodegen.client.v3.applyment4sub.SalesInfo;
import io.github.wxpaycodegen.client.v3.applyment4sub.SubjectInfo;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** The examples of the guide to applications of merchants. */
final class ApplymentExamples {
    private final WxPay partner;

    ApplymentExamples(WxPay partner) {
        this.partner = partner;
    }

    String upload(Path image) throws IOException {
        UploadFile file = UploadFile.of(image);
        return partner.v3()
                .merchant()
                .media()
                .upload(b -> b.file(file).filename(file.name()))
                .mediaId();
    }

    void submit(String code, String license, String idFront, String idBack, String shopFront, String shopInside) {
        partner.v3().applyment4Sub().applyment(b -> b.businessCode(code)
                .contactInfo(c -> c.contactType(PersonType.LEGAL)
                        .contactName("张三") // encrypted by the client
                        .mobilePhone("13800000000")
                        .contactEmail("owner@example.com"))
                .subjectInfo(s -> s.subjectType(SubjectInfo.SubjectType.SUBJECT_TYPE_INDIVIDUAL)
                        .businessLicenseInfo(l -> l.licenseCopy(license)
                                .licenseNumber("92110000MA00000000")
                                .merchantName("示例茶铺")
                                .legalPerson("张三"))
                        .identityInfo(i -> i.idDocType(IdDocType.IDENTIFICATION_TYPE_IDCARD)
                                .idCardInfo(card -> card.idCardCopy(idFront)
                                        .idCardNational(idBack)
                                        .idCardName("张三")
                                        .idCardNumber("11010019000101000X")
                                        .cardPeriodBegin("2019-06-06")
                                        .cardPeriodEnd("2029-06-06"))))
                .businessInfo(i -> i.merchantShortname("示例茶铺")
                        .servicePhone("13800000000")
                        .salesInfo(s -> s.addSalesScenesType(SalesInfo.SalesScenesType.SALES_SCENES_STORE)
                                .bizStoreInfo(store -> store.bizStoreName("示例茶铺")
                                        .bizAddressCode("440305")
                                        .bizStoreAddress("示例市示例路 1 号")
                                        .addStoreEntrancePic(shopFront)
                                        .addIndoorPic(shopInside))))
                .settlementInfo(s -> s.settlementId("719").qualificationType("餐饮"))
                .bankAccountInfo(a -> a.bankAccountType(BankAccountInfo.BankAccountType.BANK_ACCOUNT_TYPE_PERSONAL)
                        .accountName("张三")
                        .accountBank("示例银行")
                        .accountNumber("6217000000000000004")));
    }

    /** Returns the merchant id, or null until there is one. */
    String follow(String code) {
        Applyment state =
                partner.v3().applyment4Sub().applyment().businessCode(code).get();
        switch (Objects.requireNonNullElse(state.applymentState(), Applyment.ApplymentState.UNRECOGNIZED)) {
            case APPLYMENT_STATE_FINISHED -> {
                return state.subMchid();
            }
            case APPLYMENT_STATE_REJECTED ->
                throw new IllegalStateException(state.auditDetail().get(0).fieldName() + ": "
                        + state.auditDetail().get(0).rejectReason()); // correct it, submit the same code again
            case APPLYMENT_STATE_TO_BE_CONFIRMED, APPLYMENT_STATE_TO_BE_SIGNED -> show(state.signUrl());
            default -> {} // ask again later: nothing notifies of it
        }
        return null;
    }

    /** A page would show the link to the merchant's administrator, as a QR code. */
    private static void show(String signUrl) {
        if (signUrl == null) {
            throw new IllegalStateException("no link to sign");
        }
    }
}

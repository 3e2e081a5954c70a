// What both pages share: language, money, requests.

export const texts = {
  en: {
    shop: "Cookie shop", bill: "Bill", language: "中文",
    simulator: "Simulator: no money moves.",
    title: "Handmade cookies", description: "Eight butter cookies with dark chocolate, baked this morning.",
    picture: "A red gift box of chocolate chip cookies", buy: "Pay with WeChat", code: "QR code: scan it with WeChat",
    pay: "Pay as the customer", refund: "Refund", again: "Order again",
    stepPlaced: "Ordered", stepPaid: "Paid", stepRefunded: "Refunded",
    item: "Item", total: "Total", number: "Order number",
    AWAITING_PAYMENT: ["Scan to pay", "Open WeChat and scan the code within 30 minutes."],
    CLOSED: ["Order closed", "It was not paid in time. Nothing was charged."],
    PAID: ["Paid, thank you", "Your cookies are on their way."],
    REFUNDING: ["Refund requested", "WeChat Pay is returning the money."],
    REFUNDED: ["Refunded", "The money is back with the customer."],
    REFUND_FAILED: ["Refund failed", "The merchant has to handle it in the merchant platform."],
    billTitle: "Bill of the day", billText: "The orders of this shop, compared with the trade bill of WeChat Pay.", date: "Date",
    kind: "Kind", numberShort: "Number", inShop: "In the shop", inBill: "In the bill", check: "Check",
    PAYMENT: "Payment", REFUND: "Refund", equal: "equal", different: "different", missing: "none",
    empty: "No payments and no refunds on this day.", balanced: "Everything agrees.", unbalanced: "Some lines differ.",
    UNKNOWN_ORDER: "This order does not exist. The shop forgets its orders when it restarts.",
    NOT_PAYABLE: "This order cannot be paid any more.", NOT_REFUNDABLE: "Only a paid order can be refunded, and only once.",
    NO_BILL: "There is no bill of this day. It is ready at 10:00 of the next day, Chinese time.",
    GATEWAY_FAILED: "WeChat Pay could not be reached. Please try again.", failed: "This did not work. Please try again.",
  },
  zh: {
    shop: "曲奇小店", bill: "对账", language: "English",
    simulator: "模拟环境：不会产生真实扣款。",
    title: "手工曲奇礼盒", description: "八块黑巧克力黄油曲奇，今早新鲜出炉。",
    picture: "装满巧克力曲奇的红色礼盒", buy: "微信支付", code: "二维码：请用微信扫码支付",
    pay: "模拟顾客付款", refund: "退款", again: "再来一单",
    stepPlaced: "已下单", stepPaid: "已支付", stepRefunded: "已退款",
    item: "商品", total: "金额", number: "订单号",
    AWAITING_PAYMENT: ["扫码支付", "请在 30 分钟内用微信扫描二维码。"],
    CLOSED: ["订单已关闭", "超时未支付，未扣款。"],
    PAID: ["支付成功，谢谢", "曲奇马上为您送出。"],
    REFUNDING: ["退款处理中", "微信支付正在退回款项。"],
    REFUNDED: ["已退款", "款项已退还给顾客。"],
    REFUND_FAILED: ["退款失败", "须由商家在商户平台处理。"],
    billTitle: "当日对账", billText: "本店订单与微信支付交易账单逐笔核对。", date: "日期",
    kind: "类型", numberShort: "单号", inShop: "本店记录", inBill: "微信支付账单", check: "核对",
    PAYMENT: "支付", REFUND: "退款", equal: "一致", different: "不一致", missing: "无",
    empty: "当日没有支付和退款。", balanced: "全部一致。", unbalanced: "部分记录不一致。",
    UNKNOWN_ORDER: "订单不存在。小店重启后不保留订单。",
    NOT_PAYABLE: "该订单已无法支付。", NOT_REFUNDABLE: "只有已支付的订单可以退款，且只能退一次。",
    NO_BILL: "当日没有账单。账单在次日 10 点（北京时间）后可以下载。",
    GATEWAY_FAILED: "暂时无法连接微信支付，请重试。", failed: "操作失败，请重试。",
  },
};

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

export const text = name => texts[language][name];

export const money = fen =>
  new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" })
    .format(fen / 100);

export const element = id => document.getElementById(id);

/** Translates the page, then lets it draw the rest, now and after each change of the language. */
export function translate(titleName, draw) {
  const all = () => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = text(titleName);
    document.querySelectorAll("[data-text]").forEach(each => { each.textContent = text(each.dataset.text) ?? ""; });
    document.querySelectorAll("[data-alt]").forEach(each => { each.alt = text(each.dataset.alt); });
    element("language").textContent = text("language");
    element("language").lang = language === "zh" ? "en" : "zh-CN";
    draw();
  };
  element("language").addEventListener("click", () => {
    language = language === "zh" ? "en" : "zh";
    localStorage.setItem("language", language);
    all();
  });
  all();
}

/** Sends a request and returns the response. Throws an error whose code is the name of a text. */
export async function request(method, path) {
  let response;
  try {
    response = await fetch(path, method === "POST" ? { method, headers: { "Content-Type": "application/json" } } : { method });
  } catch {
    throw Object.assign(new Error(path), { code: "failed" });
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    throw Object.assign(new Error(path), { code: body?.code in texts.en ? body.code : "failed" });
  }
  return body;
}

/** Runs an action and shows its failure. */
export async function attempt(action) {
  element("problem").dataset.text = "";
  element("problem").textContent = "";
  try {
    await action();
  } catch (error) {
    element("problem").dataset.text = error.code ?? "failed";
    element("problem").textContent = text(error.code ?? "failed");
  }
}

export async function loadShop() {
  const shop = await request("GET", "api/shop");
  element("simulator").hidden = !shop.simulator;
  document.querySelectorAll("[data-desk]").forEach(each => { each.hidden = !shop.desk; });
  return shop;
}

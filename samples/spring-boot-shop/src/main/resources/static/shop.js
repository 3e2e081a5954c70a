import { attempt, element, loadShop, money, request, text, translate } from "./page.js";

let shop;
let order;
let events;

/** The number stands in the fragment, so that a reload shows the same order. */
const number = () => location.hash.slice(1);

const path = () => `api/orders/${order.number}`;

function draw() {
  if (!shop) {
    return;
  }
  element("price").textContent = money(shop.fen);
  element("offer").hidden = Boolean(order);
  element("order").hidden = !order;
  if (!order) {
    return;
  }
  const [title, explanation] = text(order.state);
  element("order").dataset.state = order.state;
  element("order-title").textContent = title;
  element("order-text").textContent = explanation;
  element("amount").textContent = money(order.fen);
  element("total").textContent = money(order.fen);
  element("number").textContent = order.number;

  const waiting = order.state === "AWAITING_PAYMENT";
  element("payment").hidden = !waiting;
  element("pay").hidden = !(waiting && shop.simulator);
  element("refund").hidden = !(order.state === "PAID" && shop.desk);
  element("again").hidden = waiting;
  const refund = order.state.startsWith("REFUND");
  mark("paid", order.state === "PAID" || refund);
  mark("refunded", order.state === "REFUNDED");
  document.querySelector("[data-step=refunded]").hidden = !refund;
}

function mark(step, done) {
  document.querySelector(`[data-step=${step}]`).classList.toggle("done", done);
}

function show(newOrder) {
  const changed = order?.state !== newOrder.state;
  const first = order?.number !== newOrder.number;
  order = newOrder;
  if (first) {
    element("code").src = `${path()}/qr.svg`;
    watch();
  }
  draw();
  if (changed) {
    element("status").textContent = first ? "" : text(order.state)[0];
  }
}

function watch() {
  events?.close();
  events = new EventSource(`${path()}/events`);
  events.onmessage = event => show(JSON.parse(event.data));
}

/** Disables a button while its request runs. */
function onClick(id, action) {
  element(id).addEventListener("click", async () => {
    element(id).disabled = true;
    await attempt(action);
    element(id).disabled = false;
  });
}

const randomNumber = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, "0")).join("");

// Clicked again after a failure, it sends the same number: the order exists once, even if only the response was lost.
let nextNumber = randomNumber();

onClick("buy", async () => {
  show(await request("PUT", `api/orders/${nextNumber}`));
  history.pushState(null, "", `#${nextNumber}`);
  nextNumber = randomNumber();
  element("order-title").focus();
});
// The events bring the new state, and may be faster than these responses.
onClick("pay", () => request("POST", `${path()}/pay`));
onClick("refund", () => request("POST", `${path()}/refund`));

addEventListener("popstate", () => location.reload());

translate("shop", draw);
await attempt(async () => {
  shop = await loadShop();
  draw();
  if (/^[0-9a-f]{32}$/.test(number())) {
    show(await request("GET", `api/orders/${number()}`));
  }
});

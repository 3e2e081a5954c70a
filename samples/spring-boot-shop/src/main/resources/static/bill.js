import { attempt, element, loadShop, money, request, text, translate } from "./page.js";

let day;

const today = () => new Intl.DateTimeFormat("sv", { timeZone: "Asia/Shanghai" }).format(new Date());

function cell(row, content, style) {
  const cell = row.insertCell();
  cell.textContent = content;
  cell.className = style ?? "";
  return cell;
}

function draw() {
  element("lines").hidden = !day?.lines.length;
  element("result").className = "result";
  element("result").textContent = "";
  if (!day) {
    return;
  }
  const outcome = !day.lines.length ? "empty" : day.balanced ? "balanced" : "unbalanced";
  element("result").textContent = text(outcome);
  element("result").classList.add(outcome);
  const body = element("lines").tBodies[0];
  body.replaceChildren();
  const amount = fen => fen === null ? text("missing") : money(fen);
  for (const line of day.lines) {
    const row = body.insertRow();
    cell(row, text(line.kind));
    cell(row, line.number, "number");
    cell(row, amount(line.shopFen), "money").dataset.label = text("inShop");
    cell(row, amount(line.billFen), "money").dataset.label = text("inBill");
    cell(row, text(line.balanced ? "equal" : "different"), line.balanced ? "good" : "bad");
  }
}

async function load() {
  day = undefined;
  draw();
  await attempt(async () => {
    day = await request("GET", `api/bills/${element("date").value}`);
    draw();
  });
}

translate("billTitle", draw);
element("date").max = today();
element("date").addEventListener("change", () => element("date").value && load());
await attempt(async () => {
  const shop = await loadShop();
  // The simulator has the bill of the day at once, WeChat Pay on the next one.
  const yesterday = new Date(Date.parse(today()) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  element("date").value = shop.simulator ? today() : yesterday;
  await load();
});

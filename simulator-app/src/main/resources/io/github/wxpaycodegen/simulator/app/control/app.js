import {element, show} from './dom.js';
import {texts} from './texts.js';

const POLL_MILLIS = 1000;
const FAULTS = ['BAD_SIGNATURE', 'UNSIGNED', 'SIGN_TEST', 'STALE', 'UNKNOWN_SERIAL', 'WRONG_KEY', 'TAMPERED', 'OTHER_ALGORITHM'];
const PAYABLE = ['NOTPAY', 'USERPAYING', 'PAYERROR'];
const THEMES = ['auto', 'light', 'dark'];

const id = name => document.getElementById(name);
let language = stored('language', document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
let theme = stored('theme', 'auto');
let view = 'orders';
let overview = null;
let merchant = null;
let state = null;
let tag = null;
let options = {paths: [], behaviors: []};
let types = [];
let onlyRefused = false;

function stored(name, otherwise) {
  try {
    return localStorage.getItem(`wxpay-simulator-${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function store(name, value) {
  try {
    localStorage.setItem(`wxpay-simulator-${name}`, value);
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
}

/** Returns a text in the chosen language, with {0}, {1} replaced. */
function text(name, ...values) {
  let found = texts[language];
  for (const part of name.split('.')) {
    found = found?.[part];
  }
  return (found ?? name.split('.').pop()).replace(/\{(\d)}/g, (all, index) => values[index]);
}

// ---- The API

async function get(path) {
  const response = await fetch(path, {headers: {Accept: 'application/json'}});
  if (!response.ok) {
    throw await problem(response);
  }
  return response.json();
}

async function change(method, path, body = {}) {
  const response = await fetch(path, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw await problem(response);
  }
  return response.json();
}

async function problem(response) {
  try {
    return new Error((await response.json()).error.message);
  } catch {
    return new Error(`HTTP ${response.status}`);
  }
}

const ofMerchant = path => `/api/merchants/${encodeURIComponent(merchant)}/${path}`;

/** Performs an action of a button, says what happened, and shows the new state. */
async function act(button, action, done) {
  button.setAttribute('aria-busy', 'true');
  try {
    const result = await action();
    say(typeof done === 'function' ? done(result) : done);
    await refresh();
    return true;
  } catch (error) {
    say(error.message, true);
    return false;
  } finally {
    button.removeAttribute('aria-busy');
  }
}

let hiding = 0;

function say(message, failed = false) {
  const toast = id('message');
  toast.textContent = message;
  toast.classList.toggle('failed', failed);
  toast.classList.add('shown');
  clearTimeout(hiding);
  hiding = setTimeout(() => toast.classList.remove('shown'), failed ? 9000 : 4000);
}

async function refresh() {
  if (merchant === null) {
    await start();
    return;
  }
  const asked = merchant;
  const response = await fetch(ofMerchant('state'), {headers: tag === null ? {} : {'If-None-Match': tag}});
  if (response.status === 304) {
    return;
  }
  if (!response.ok) {
    throw await problem(response);
  }
  const read = await response.json();
  if (asked === merchant) {
    tag = response.headers.get('ETag');
    state = read;
    showState();
  }
}

async function start() {
  overview = await get('/api/simulator');
  merchant = merchant ?? overview.merchants[0].mchid;
  [options, types] = await Promise.all([get('/api/fault-options'), get('/api/notification-types')]);
  id('types').replaceChildren(...types.map(type => element('option', {value: `${type.type} (${type.protocol})`, text: type.title})));
  id('paths').replaceChildren(...options.paths.map(path => element('option', {value: path})));
  showAll();
  await refresh();
}

let reachable = null;

async function poll() {
  let works = true;
  if (!document.hidden || state === null) {
    try {
      await refresh();
    } catch (error) {
      works = false;
      if (reachable !== false) {
        say(error instanceof TypeError ? text('unreachable') : error.message, true);
      }
    }
  }
  if (works !== reachable) {
    reachable = works;
    const dot = id('dot');
    dot.classList.toggle('off', !works);
    dot.setAttribute('role', 'img');
    dot.setAttribute('aria-label', text(works ? 'connected' : 'unreachable'));
  }
  setTimeout(poll, POLL_MILLIS);
}

// ---- What is shown

function showAll() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = theme;
  document.title = text('title');
  document.querySelectorAll('[data-text]').forEach(each => { each.textContent = text(each.dataset.text); });
  document.querySelectorAll('[data-label]').forEach(each => each.setAttribute('aria-label', text(each.dataset.label)));
  id('language').textContent = text('language');
  id('language').setAttribute('aria-label', text('languageLabel'));
  id('language').lang = language === 'zh' ? 'en' : 'zh-CN';
  id('theme').textContent = text(`theme.${theme}`);
  id('theme').setAttribute('aria-label', text('themeLabel', text(`theme.${theme}`)));
  showFaultChoices();
  showView();
  if (overview !== null) {
    id('gateway').textContent = overview.gateway;
    id('merchant-field').hidden = overview.merchants.length < 2;
    id('merchant').replaceChildren(...overview.merchants.map(each =>
      element('option', {value: each.mchid, text: each.mchid, selected: each.mchid === merchant})));
    const account = overview.merchants.find(each => each.mchid === merchant);
    id('serial').textContent = account.merchantSerial;
    id('public-key').textContent = account.publicKeyId;
  }
  if (state !== null) {
    showState();
  }
}

function showView() {
  const wide = matchMedia('(min-width: 64rem)').matches;
  const shown = wide && view === 'orders' ? 'calls' : view;
  document.body.dataset.view = shown;
  document.querySelectorAll('[role=tab]').forEach(tab => {
    const selected = tab.dataset.view === shown;
    tab.setAttribute('aria-selected', String(selected));
    tab.tabIndex = selected ? 0 : -1;
  });
}

function showFaultChoices() {
  const fault = document.querySelector('#notification-form select');
  const chosen = fault.value;
  fault.replaceChildren(element('option', {value: '', text: text('noFault')}), ...FAULTS.map(each => element('option', {value: each, text: each})));
  fault.value = chosen;
  const behavior = document.querySelector('#fault-form select');
  const before = behavior.value;
  behavior.replaceChildren(...options.behaviors.map(kind => element('option', {
    value: kind.behavior,
    text: text(`behaviors.${kind.behavior}`) + (kind.protocol === 'any' ? '' : ` (${kind.protocol})`),
  })));
  if (before !== '') {
    behavior.value = before;
  }
  showParameters();
}

function showParameters() {
  const kind = options.behaviors.find(each => each.behavior === document.querySelector('#fault-form select').value);
  const parameters = id('fault-parameters');
  const names = (kind?.parameters ?? []).map(each => each.name).join();
  if (parameters.dataset.names === names) {
    return;
  }
  parameters.dataset.names = names;
  parameters.replaceChildren(...(kind?.parameters ?? []).map(parameter => element('label', {class: 'field'},
    element('span', {}, element('code', {text: parameter.name})),
    element('input', {
      name: parameter.name,
      type: parameter.type === 'NUMBER' ? 'number' : 'text',
      required: parameter.type === 'NUMBER',
      autocomplete: 'off',
      spellcheck: 'false',
    }))));
}

function showState() {
  showClock();
  const refunds = grouped(state.refunds);
  const refundsOf = order => refunds.get(order.outTradeNo) ?? [];
  show(id('order-list'), state.orders, order => order.outTradeNo + order.created,
    order => version([order, refundsOf(order)]), order => orderCard(order, refundsOf(order)));
  empty('order-empty', state.orders, overview.remembersOrders
    ? ['noOrders', ['noOrdersText', overview.gateway]] : ['notRemembered', ['notRememberedText']]);

  show(id('product-list'), state.products, item => `${item.product}/${item.number}`, version, productCard);
  empty('product-empty', state.products, overview.remembersOrders
    ? ['noProducts', ['noProductsText']] : ['notRemembered', ['notRememberedText']]);

  const calls = state.calls.filter(call => !onlyRefused || !call.accepted);
  show(id('call-list'), calls, call => call.number, version, callRow);
  empty('call-empty', calls, onlyRefused && state.calls.length > 0 ? ['noRefused', null] : ['noCalls', ['noCallsText']]);

  show(id('attempt-list'), state.attempts, attempt => `${attempt.id}/${attempt.number}`, version, attemptRow);
  empty('attempt-empty', state.attempts, ['noAttempts', ['noAttemptsText']]);

  const seen = new Map();
  const faults = state.faults.map(fault => {
    const base = JSON.stringify(fault);
    seen.set(base, (seen.get(base) ?? 0) + 1);
    return {...fault, key: `${base}${seen.get(base)}`};
  });
  show(id('fault-list'), faults, fault => fault.key, version, faultRow);
  empty('fault-empty', faults, ['noFaults', ['noFaultsText']]);

  count('orders', state.orders.length);
  count('products', state.products.length);
  count('calls', state.calls.length);
  count('notifications', state.attempts.length);
  count('faults', state.faults.length);
}

function grouped(refunds) {
  const groups = new Map();
  refunds.forEach(refund => groups.set(refund.outTradeNo, [...(groups.get(refund.outTradeNo) ?? []), refund]));
  return groups;
}

const version = item => language + JSON.stringify(item);

function count(name, number) {
  id(`count-${name}`).textContent = number === 0 ? '' : number;
}

function empty(name, items, [title, explanation]) {
  const box = id(name);
  box.hidden = items.length > 0;
  box.replaceChildren(
    element('p', {class: 'title', text: text(title)}),
    explanation === null ? '' : element('p', {text: text(...explanation)}));
}

function showClock() {
  const ahead = state.clock.aheadSeconds;
  const now = new Date(Date.now() + ahead * 1000);
  const shown = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {dateStyle: 'medium', timeStyle: 'medium'}).format(now);
  const clock = id('clock');
  clock.replaceChildren(element('time', {datetime: now.toISOString(), text: shown}));
  if (ahead > 0) {
    clock.append(' ', element('span', {class: 'pill info', text: text('ahead', span(ahead))}));
  }
}

/** Returns a duration in the units of the language: 1 day 2 hr. */
function span(seconds) {
  const parts = [[Math.floor(seconds / 86400), 'day'], [Math.floor(seconds / 3600) % 24, 'hour'], [Math.floor(seconds / 60) % 60, 'minute']];
  return parts.filter(([value]) => value > 0)
    .map(([value, unit]) => new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'short'}).format(value))
    .join(' ') || new Intl.NumberFormat(language, {style: 'unit', unit: 'second', unitDisplay: 'short'}).format(seconds);
}

function money(fen, currency = 'CNY') {
  try {
    return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en', {style: 'currency', currency, currencyDisplay: 'narrowSymbol'}).format(fen / 100);
  } catch {
    return `${(fen / 100).toFixed(2)} ${currency}`;
  }
}

function time(iso) {
  const when = new Date(iso);
  const today = when.toDateString() === new Date().toDateString();
  const form = today ? {timeStyle: 'medium'} : {dateStyle: 'short', timeStyle: 'short'};
  return element('time', {datetime: iso, text: new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', form).format(when)});
}

const TONES = {SUCCESS: 'good', REFUND: 'info', NOTPAY: 'wait', USERPAYING: 'wait', PROCESSING: 'wait', PAYERROR: 'bad', ABNORMAL: 'bad',
  DONE: 'good', USER_PAID: 'good', USED: 'good', PROCESSED: 'good', FINISHED: 'good', SIGNED: 'good', FAIL: 'bad', REJECTED: 'bad',
  CREATED: 'wait', MCH_COMPLETE: 'wait', PENDING: 'wait', AUDITING: 'wait', WAIT_USER_CONFIRM: 'wait', OFFERED: 'wait',
  SENDING: 'wait', SENT: 'wait', RFUND_ING: 'wait', RECEIVED: 'good', FAILED: 'bad'};

function pill(code, name) {
  return element('span', {class: `pill ${TONES[code] ?? ''}`, title: code, text: name});
}

// ---- Orders

function orderCard(order, refunds) {
  const payable = PAYABLE.includes(order.state);
  const title = order.description ?? order.outTradeNo;
  return element('li', {class: 'card order'},
    element('div', {class: 'top'},
      element('div', {class: 'what'},
        element('h3', {text: title}),
        element('p', {class: 'meta'}, element('code', {text: order.outTradeNo}), ' ', element('span', {text: order.tradeType}), ' ', time(order.created))),
      element('div', {class: 'amount'},
        element('span', {class: 'money', text: money(order.total, order.currency)}),
        pill(order.state, text(`states.${order.state}`)))),
    order.transactionId === null ? null : element('p', {class: 'meta'}, element('code', {text: order.transactionId})),
    !payable ? null : element('div', {class: 'actions'},
      orderButton(order, 'pay', 'pay', 'primary'),
      orderButton(order, 'fail-payment', 'failPayment'),
      orderButton(order, 'expire', 'expire')),
    order.transactionId === null ? null : inputAction({name: 'complain', inputs: ['text']}, order.outTradeNo, fields =>
      change('POST', ofMerchant('complaints'), {outTradeNo: order.outTradeNo, ...fields})),
    refunds.length === 0 ? null : element('ul', {class: 'refunds'}, ...refunds.map(refundRow)));
}

function orderButton(order, action, name, style = '') {
  return actionButton(name, order.outTradeNo, style, () =>
    change('POST', ofMerchant(`orders/${encodeURIComponent(order.outTradeNo)}/${action}`)));
}

function refundRow(refund) {
  return element('li', {class: 'refund'},
    element('div', {class: 'top'},
      element('div', {class: 'what'},
        element('p', {class: 'meta'}, element('strong', {text: text('refund')}), ' ', element('code', {text: refund.outRefundNo}), ' ', time(refund.created))),
      element('div', {class: 'amount'},
        element('span', {class: 'money small', text: `−${money(refund.amount)}`}),
        pill(refund.state, text(`refundStates.${refund.state}`)))),
    refund.state !== 'PROCESSING' ? null : element('div', {class: 'actions'},
      refundButton(refund, 'settle', 'settle', 'primary'),
      refundButton(refund, 'close', 'close'),
      refundButton(refund, 'fail', 'failRefund')));
}

function refundButton(refund, action, name, style = '') {
  return actionButton(name, refund.outRefundNo, style, () =>
    change('POST', ofMerchant(`refunds/${encodeURIComponent(refund.outRefundNo)}/${action}`)));
}

// ---- Other products

function productCard(item) {
  const run = (action, fields) =>
    change('POST', ofMerchant(`${item.product}/${encodeURIComponent(item.number)}/${action.name}`), fields);
  const simple = item.actions.filter(action => action.inputs.length === 0);
  const others = item.actions.filter(action => action.inputs.length > 0);
  return element('li', {class: 'card order'},
    element('div', {class: 'top'},
      element('div', {class: 'what'},
        element('h3', {text: item.title === '' ? item.number : item.title}),
        element('p', {class: 'meta'}, element('span', {text: text(`productNames.${item.product}`)}), ' ', element('code', {text: item.number}), ' ', time(item.created))),
      element('div', {class: 'amount'},
        item.amount === null ? null : element('span', {class: 'money small', text: money(item.amount)}),
        pill(item.state, text(`productStates.${item.state}`)))),
    simple.length === 0 ? null : element('div', {class: 'actions'}, ...simple.map((action, index) =>
      productButton(action, item.number, index === 0 ? 'primary' : '', () => run(action, {})))),
    ...others.map(action => inputAction(action, item.number, fields => run(action, fields))));
}

function productButton(action, number, style, perform) {
  const name = text(`productActions.${action.name}`);
  const button = element('button', {
    type: 'button',
    class: style,
    text: name,
    'aria-label': text('actionOf', name, number),
    data: {focus: `${action.name}/${number}`},
  });
  button.addEventListener('click', () => act(button, perform, text('productDone', name, number)));
  return button;
}

/** Creates the form of an action that needs texts. */
function inputAction(action, number, perform) {
  const name = text(`productActions.${action.name}`);
  const submit = element('button', {type: 'submit', text: name, 'aria-label': text('actionOf', name, number)});
  const form = element('form', {class: 'row action'},
    ...action.inputs.map(input => element('label', {class: 'field'},
      element('span', {text: text(`inputs.${input}`)}),
      element('input', {name: input, required: true, autocomplete: 'off', spellcheck: 'false', data: {focus: `${action.name}/${number}/${input}`}}))),
    submit);
  form.addEventListener('submit', event => {
    event.preventDefault();
    act(submit, () => perform(Object.fromEntries(new FormData(form))), text('productDone', name, number));
  });
  return element('details', {class: 'more'}, element('summary', {text: name}), form);
}

function actionButton(name, number, style, action) {
  const button = element('button', {
    type: 'button',
    class: style,
    text: text(name),
    'aria-label': text('actionOf', text(name), number),
    data: {focus: `${name}/${number}`},
  });
  button.addEventListener('click', () => act(button, action, text(`${name}Done`, number)));
  return button;
}

// ---- Calls, notifications, faults

/** Creates a row that reads its details when it is opened. */
function row(summary, replaced, read) {
  const content = element('div', {class: 'detail'}, element('p', {class: 'hint', text: text('loading')}));
  const details = element('details', {}, element('summary', {data: {focus: 'summary'}}, ...summary), content);
  details.addEventListener('toggle', async () => {
    if (details.open && content.dataset.read === undefined) {
      content.dataset.read = 'yes';
      try {
        content.replaceChildren(...await read());
      } catch (error) {
        delete content.dataset.read;
        content.replaceChildren(element('p', {class: 'problem', text: error.message}));
      }
    }
  });
  details.open = replaced?.querySelector('details')?.open ?? false;
  return element('li', {class: 'card'}, details);
}

function callRow(call, replaced) {
  const verdict = call.accepted ? 'accepted' : 'refused';
  return row([
    element('span', {class: 'line'},
      element('span', {class: 'method', text: call.method}),
      element('code', {class: 'path', text: call.path}),
      element('span', {class: `pill ${call.accepted ? 'good' : 'bad'}`, text: text(verdict)})),
    element('span', {class: 'meta'}, time(call.receivedAt), ' ', element('span', {
      class: call.status === null || call.status >= 400 || call.error !== null ? 'status warn' : 'status',
      text: [call.status ?? text('dropped'), call.accepted ? call.error : null].filter(part => part !== null).join(' '),
    })),
    call.refusal === null ? '' : element('span', {class: 'problem', text: call.refusal}),
  ], replaced, async () => {
    const detail = await get(ofMerchant(`calls/${call.number}`));
    return [
      table('request', {...detail.pathValues, ...detail.queryFields, ...detail.fields}),
      detail.undeclaredFields.length === 0 ? '' : element('p', {class: 'problem', text: `${text('undeclared')}: ${detail.undeclaredFields.join(', ')}`}),
      table('response', detail.responseFields),
      table('headers', Object.fromEntries(Object.entries(detail.headers).map(([name, values]) => [name, values.join(', ')]))),
      block('body', detail.body),
      element('p', {class: 'meta', text: `${text('clientCertificate')}: ${text(detail.clientCertificate ? 'presented' : 'missing')}`}),
    ];
  });
}

function attemptRow(attempt, replaced) {
  return row([
    element('span', {class: 'line'},
      element('code', {class: 'path', text: attempt.name}),
      element('span', {class: `pill ${attempt.accepted ? 'good' : 'bad'}`, text: text(attempt.accepted ? 'accepted' : attempt.status === null ? 'notDelivered' : 'refused')})),
    element('span', {class: 'meta'}, time(attempt.endedAt), ` ${text('attempt', attempt.number)} · ${attempt.status ?? text('noResponse')} · ${attempt.url}`),
    attempt.problem === null ? '' : element('span', {class: 'problem', text: attempt.problem}),
  ], replaced, async () => {
    const detail = await get(ofMerchant(`notifications/${encodeURIComponent(attempt.id)}/${attempt.number}`));
    return [
      table('fields', detail.fields),
      table('headers', detail.headers),
      block('body', detail.body),
      block('reply', detail.reply),
    ];
  });
}

function faultRow(fault) {
  const parameters = Object.entries(fault.parameters).map(([name, value]) => `${name}=${value}`).join('  ');
  return element('li', {class: 'card'},
    element('span', {class: 'line'},
      element('strong', {text: text(`behaviors.${fault.behavior}`)}),
      element('code', {class: 'path', text: fault.path})),
    parameters === '' ? null : element('p', {class: 'meta'}, element('code', {text: parameters})));
}

function table(title, fields) {
  const entries = Object.entries(fields);
  if (entries.length === 0) {
    return '';
  }
  return element('div', {},
    element('h3', {text: title === 'fields' ? text('request') : text(title)}),
    element('dl', {class: 'pairs'}, ...entries.flatMap(([name, value]) =>
      [element('dt', {}, element('code', {text: name})), element('dd', {}, element('code', {text: value}))])));
}

function block(title, content) {
  return content === '' ? '' : element('div', {},
    element('h3', {text: text(title)}), element('pre', {tabindex: '0', text: pretty(content)}));
}

function pretty(content) {
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}

// ---- What people do

id('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  store('language', language);
  showAll();
});

id('theme').addEventListener('click', () => {
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  store('theme', theme);
  showAll();
});

id('merchant').addEventListener('change', event => {
  merchant = event.target.value;
  tag = null;
  showAll();
  refresh().catch(error => say(error.message, true));
});

id('only-refused').addEventListener('change', event => {
  onlyRefused = event.target.checked;
  showState();
});

document.querySelectorAll('[data-advance]').forEach(button => button.addEventListener('click', () =>
  act(button, () => change('POST', '/api/clock/advance', {by: button.dataset.advance}),
    clock => text('advanced', new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'})
      .format(new Date(Date.now() + clock.aheadSeconds * 1000))))));

id('reset').addEventListener('click', () => id('confirm').showModal());
id('confirm-no').addEventListener('click', () => id('confirm').close());
id('confirm-yes').addEventListener('click', event =>
  act(event.target, () => change('POST', '/api/reset'), text('resetDone')).then(() => id('confirm').close()));

id('ask-password').addEventListener('click', event =>
  act(event.target, () => change('POST', ofMerchant('ask-for-password')), text('askPasswordDone')));
id('hold-refunds').addEventListener('click', event =>
  act(event.target, () => change('POST', ofMerchant('hold-refunds')), text('holdRefundsDone')));
id('drop-connection').addEventListener('click', event =>
  act(event.target, () => change('POST', '/api/drop-next-connection'), text('dropConnectionDone')));

id('notification-form').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  const [, name, protocol] = /^(.*?)(?: \((v2|v3)\))?$/.exec(form.elements.type.value.trim());
  const known = types.find(type => type.type === name);
  const fields = Object.fromEntries(form.elements.fields.value.split('\n').filter(line => line.includes('='))
    .map(line => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]));
  act(form.querySelector('[type=submit]'), () => change('POST', ofMerchant('notifications'), {
    type: name,
    protocol: protocol ?? known?.protocol ?? 'v3',
    url: form.elements.url.value,
    fields,
    fault: form.elements.fault.value,
  }), text('sent'));
});

id('fault-form').addEventListener('change', event => {
  if (event.target.name === 'behavior') {
    showParameters();
  }
});
id('fault-form').addEventListener('submit', event => {
  event.preventDefault();
  const form = event.target;
  const body = {};
  new FormData(form).forEach((value, name) => {
    body[name] = form.elements[name].type === 'number' ? Number(value) : value;
  });
  act(form.querySelector('[type=submit]'), () => change('POST', ofMerchant('faults'), body), text('added'));
});

const tabs = [...document.querySelectorAll('[role=tab]')];
tabs.forEach(tab => {
  tab.addEventListener('click', () => {
    view = tab.dataset.view;
    showView();
  });
  tab.addEventListener('keydown', event => {
    const steps = {ArrowRight: 1, ArrowLeft: -1};
    if (event.key in steps) {
      event.preventDefault();
      const visible = tabs.filter(each => each.offsetParent !== null);
      const next = visible[(visible.indexOf(tab) + steps[event.key] + visible.length) % visible.length];
      next.click();
      next.focus();
    }
  });
});
matchMedia('(min-width: 64rem)').addEventListener('change', showView);
setInterval(() => { if (state !== null) showClock(); }, 1000);

showAll();
poll();

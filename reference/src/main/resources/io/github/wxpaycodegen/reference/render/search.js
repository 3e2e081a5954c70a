'use strict';
// The search: every word must occur somewhere in a page; if no page has them all, those that have most. A part of a title or of an
// everyday name counts most, then product, path, Java name, field and error code, by name or by Chinese title, and the values of a
// field. A Chinese word may also occur in parts or be typed in pinyin, and one that occurs nowhere is compared by its pairs of
// characters; an English one is taken for the nearest word that occurs.
window.wxpaySearch = data => {
  // Titles are Chinese: these words of the trade are looked up under both names.
  const GLOSSARY = {
    abnormal: '异常', account: '账户', activate: '激活', activity: '活动', add: '添加', advance: '垫付', amount: '金额', app: 'app',
    apply: '申请', authorization: '授权', balance: '余额', bank: '银行', barcode: '付款码', batch: '批次', bill: '账单', brand: '品牌',
    callback: '回调 通知', cancel: '取消', card: '卡', cash: '现金', certificate: '证书', close: '关闭', combine: '合单', complaint: '投诉',
    contract: '签约', coupon: '券', create: '创建 下单', customs: '报关', deduct: '扣款', delete: '删除', deposit: '押金', detail: '明细',
    domestic: '境内', download: '下载', encrypt: '加密', face: '刷脸', favor: '代金券', fee: '费', finish: '完结', fund: '资金',
    gift: '有礼', guide: '服务人员', hotel: '酒店', image: '图片', insurance: '保险', invoice: '发票', list: '列表', member: '会员',
    merchant: '商户', miniprogram: '小程序', modify: '修改', native: 'native', notification: '通知', notify: '通知', onboarding: '进件',
    order: '订单 下单', parking: '停车', partner: '服务商', pay: '支付', payment: '支付', payscore: '支付分', penny: '零钱', place: '下单',
    platform: '平台', prepay: '预支付', profit: '分账', query: '查询', receipt: '回单', receiver: '接收方', recharge: '充值',
    redpack: '红包', refund: '退款', rent: '租借', repayment: '还款', return: '回退', reverse: '撤销', rights: '权益', risk: '风险',
    sandbox: '沙箱', scan: '扫码', send: '发放', settle: '结算', settlement: '结算', share: '分账', sharing: '分账', sign: '签约',
    stock: '批次', store: '门店', sub: '子', subsidy: '补差', tax: '税', terminate: '解约', transaction: '订单 交易', transfer: '转账',
    unfreeze: '解冻', update: '更新', upload: '上传', use: '核销', user: '用户', verify: '验证', video: '视频', voucher: '代金券',
    withdraw: '提现', withdrawal: '提现',
  };
  // Titles have one or the other.
  const CALLBACK = ['回调', '通知'];
  // Words of English that say nothing about an operation.
  const FILLERS = /^(?:a|an|by|for|of|the|to)$/;
  // And of Chinese, where they are a part of the word: left out if it occurs nowhere.
  const CHINESE_FILLERS = /微信支付|微信|接口|文档|代码|怎么|怎样|如何|什么|调用|的/g;
  // Traditional characters of common titles, and the simplified ones at the same places.
  const TRADITIONAL = '轉賬帳訂單詢戶進發開圖傳請餘額證書紅優會員關載視頻電簽約結銷統號補現報險費務認碼頁貨權';
  const SIMPLIFIED = '转账账订单询户进发开图传请余额证书红优会员关载视频电签约结销统号补现报险费务认码页货权';
  const HAN = /[\u3400-\u9fff]/;
  const HAN_ALL = /[\u3400-\u9fff]/g;
  // Full-width letters are letters, and 帐 is an older way to write 账.
  const lower = text => text.normalize('NFKC').toLowerCase().replaceAll('帐', '账');
  const simplified = text => text.replace(HAN_ALL, letter => SIMPLIFIED[TRADITIONAL.indexOf(letter)] || letter);

  // Code may end in the middle of its arguments.
  function withoutArguments(code) {
    let text = code.replace(/"(?:\\.|[^"\\])*"?/g, '');
    for (let before = ''; before !== text;) {
      before = text;
      text = text.replace(/\([^()]*\)/g, '');
    }
    return text.replace(/\([^]*/, '');
  }
  // The names of a call: v3.pay.transactions.jsapi of `var order = wxPay.v3().pay().transactions().jsapi(request -> request`.
  function callOf(code) {
    const root = /\b(?:v2|v3|brand)\s*\(\s*\)/i.exec(code);
    const names = root ? /[\w$]+(?:\s*\.\s*[\w$]+)*/.exec(withoutArguments(code.slice(root.index))) : null;
    return names ? lower(names[0]).replace(/\s/g, '') : '';
  }

  const titlesOf = (titles, name) => (Object.hasOwn(titles, name) ? titles[name] : []).map(lower);
  const names = data.fields.map(field => {
    const [name, kind] = field.split(' ');
    const last = name.slice(name.lastIndexOf('.') + 1);
    return {
      name, text: lower(name), last: lower(last), titles: titlesOf(data.fieldTitles, last),
      values: kind === undefined ? [] : data.enums[kind],
    };
  });
  const values = data.values.map(value => ({value, text: lower(value)}));
  const codes = data.errors.map(name => ({text: lower(name), titles: titlesOf(data.errorTitles, name)}));
  const products = data.products.map(lower);
  // Of a notification '', of an error '!'.
  const methodOf = path => (path.startsWith('errors#') ? '!' : path.startsWith('notifications/') ? ''
    : path.slice(path.lastIndexOf('.') + 1).toUpperCase());
  // What most pages have, whose URI is left out of the index.
  function usualUri(path) {
    if (methodOf(path) === '') {
      return path.slice(path.lastIndexOf('/') + 1);
    }
    const uri = path.slice(0, path.lastIndexOf('.')).replace(/\/-([^/]*)-(?=\/|$)/g, '/{$1}').replace(/\/slash$/, '/');
    return uri.startsWith('v2/') ? uri.slice(2) : '/' + uri;
  }
  const patternOf = uri => (uri.includes('{')
    ? new RegExp('^' + uri.split(/\{[^}]*\}/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^/]+') + '$')
    : null);
  const pages = data.pages.map(([path, other, title, product, java, old, fields, errors, known, official, roles]) => {
    const uri = other || usualUri(path);
    return {
      path, method: methodOf(path), uri, title, product: data.products[product], old: old === 1, fields, errors,
      v2: /^(?:v2\/|notifications\/v2\/|errors#v2\.)/.test(path), official, roles, known: known.map(lower),
      lowerTitle: lower(title), lowerProduct: products[product], lowerUri: lower(uri),
      lowerJava: lower(withoutArguments(java)),
      call: callOf(java),
      pattern: patternOf(uri),
    };
  });

  // The syllables of a character; a letter or a digit stands for itself.
  const syllables = new Map();
  data.pinyin.split(' ').filter(entry => entry !== '').forEach(entry => {
    const [, syllable, characters] = /^([a-z]+)(.*)$/.exec(entry);
    [...characters].forEach(each => syllables.set(each, [...(syllables.get(each) || []), syllable]));
  });
  const readings = letter => syllables.get(letter) || (/[a-z0-9]/.test(letter) ? [letter] : []);
  // The end of what is read like a word from some place of a text on; its last syllable may be incomplete. -1 if there is none.
  function endOfReading(text, at, word) {
    if (word === '') {
      return at;
    }
    for (const reading of at < text.length ? readings(text[at]) : []) {
      const end = word.startsWith(reading) ? endOfReading(text, at + 1, word.slice(reading.length))
        : reading.startsWith(word) ? at + 1 : -1;
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
  const isInitials = (text, word) => text.length === word.length
    && [...word].every((letter, i) => readings(text[i]).some(reading => reading[0] === letter));
  // The words of titles that are most often meant by pinyin: 退款 of tuikuan, tuik and tk. A single character is a word only for its
  // whole syllable: 退 of tui.
  function ofPinyin(word) {
    if (!/^(?=.*[a-z])[a-z0-9]{2,}$/.test(word)) {
      return [];
    }
    const whole = new Map();
    const short = new Map();
    const add = (all, text) => {
      if (HAN.test(text) && (text.length > 1 || readings(text).includes(word))) {
        all.set(text, (all.get(text) || 0) + 1);
      }
    };
    pages.forEach(page => [page.lowerTitle, ...page.known].forEach(text => {
      for (let at = 0; at < text.length; at++) {
        const end = endOfReading(text, at, word);
        const initials = text.slice(at, at + word.length);
        if (end >= 0) {
          add(whole, text.slice(at, end));
        } else if (isInitials(initials, word)) {
          add(short, initials);
        }
      }
    }));
    return [...(whole.size > 0 ? whole : short)].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([text]) => text);
  }

  function pairs(text) {
    const all = [];
    for (let i = 0; i + 1 < text.length; i++) {
      all.push(text.slice(i, i + 2));
    }
    return all;
  }

  // NATIVE is no part of ALTERNATIVE.
  function startsInside(text, word) {
    const at = text.indexOf(word);
    return at > 0 && (!/[a-z]/.test(text[at - 1]) || !/^[a-z]/.test(word) || startsInside(text.slice(at + 1), word));
  }

  // The number of pieces, of two characters or more, that a word consists of and that all occur in a text; 0 if it does not.
  function piecesIn(text, word) {
    let count = 0;
    for (let at = 0; at < word.length; count++) {
      let end = word.length;
      while (end - at >= 2 && (word.length - end === 1 || !text.includes(word.slice(at, end)))) {
        end--;
      }
      if (end - at < 2) {
        return 0;
      }
      at = end;
    }
    return count;
  }

  // What a field or an error is called in Chinese. A single character says too little.
  function ofMeaning(titles, word) {
    if (word.length < 2 || !HAN.test(word)) {
      return 0;
    }
    return titles.includes(word) ? 27 : titles.some(title => title.includes(word)) ? 14 : 0;
  }

  // What a word finds, for each of the shared names once and not for each page.
  function lookUp(typed) {
    const word = lower(typed);
    const others = translations(word);
    // The field of a Java name: payer_total of getPayerTotal().
    const camel = /^[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+(?:\(\))?$/.test(typed);
    const name = camel ? lower(typed.replace('()', '').replace(/^(?:get|set|is)(?=[A-Z])/, '').replace(/\B[A-Z]/g, '_$&')) : word;
    const code = word.replace(/-/g, '_');
    // A value typed in its exact case, such as REFUND_SUCCESS, does not mean a part of refund_success_time.
    const isValue = /[A-Z]/.test(typed) && values.some(({value}) => value === typed);
    const ofField = new Map();
    names.forEach(({text, last, titles}, i) => {
      const score = last === name || text === name ? 30
        : last.startsWith(name) || text.startsWith(name) ? (isValue ? 14 : 22)
        : text.includes(name) ? (isValue ? 9 : 15) : ofMeaning(titles, word);
      if (score > 0) {
        ofField.set(i, score);
      }
    });
    const ofError = new Map();
    codes.forEach(({text, titles}, i) => {
      const score = text === code ? 28 : text.startsWith(code) ? 20 : startsInside(text, code) ? 13 : ofMeaning(titles, word);
      if (score > 0) {
        ofError.set(i, score);
      }
    });
    return {
      word, code, ofField, ofError,
      ofChoice: choices(typed, code),
      java: withoutArguments(word),
      pairs: HAN.test(word) && word.length > 2 ? pairs(word) : [],
      others,
      pinyin: others.length > 0 ? [] : ofPinyin(word),
      variant: variantOf(word),
      roles: rolesOf(word),
      // True if one pair of four is enough.
      loose: false,
    };
  }
  // The fields that have a value, each with the value. A value is typed in its exact case; in lower case, it may be an ordinary word.
  function choices(typed, code) {
    const found = new Map();
    values.forEach(({value, text}, i) => {
      const score = value === typed ? 26
        : code.length < 3 ? 0
        : text === code ? 16
        : code.length < 4 ? 0
        : text.startsWith(code) ? 12 : startsInside(text, code) ? 10 : 0;
      if (score > 0) {
        found.set(i, score);
      }
    });
    const fields = new Map();
    if (found.size > 0) {
      names.forEach((name, i) => {
        const {score, id} = best(name.values, found);
        if (score > 0) {
          fields.set(i, {score, value: values[id].value});
        }
      });
    }
    return fields;
  }
  function translations(word) {
    const known = [word, word.replace(/s$/, ''), word.replace(/ies$/, 'y')].find(form => Object.hasOwn(GLOSSARY, form));
    return known && GLOSSARY[known] !== word ? GLOSSARY[known].split(' ') : [];
  }
  // Bits as pages have them, for the name of a role: 服务商 退款.
  function rolesOf(word) {
    const names = [word, ...translations(word)];
    return data.roles.reduce((bits, labels, i) => (labels.some(label => names.includes(lower(label))) ? bits | 1 << i : bits), 0);
  }
  function variantOf(word) {
    const at = CALLBACK.findIndex(name => word.includes(name));
    return at < 0 ? '' : word.replace(CALLBACK[at], CALLBACK[1 - at]);
  }

  function ofTitle(page, word) {
    if (page.known.includes(word)) {
      return 105;
    }
    if (page.lowerTitle === word) {
      // Not much more than a part of a title: the whole titles of rare operations are short.
      return 92;
    }
    // The basic calls are an action and its object, 申请退款: at the end, a word means as much as at the beginning.
    const outer = page.lowerTitle.startsWith(word) || page.lowerTitle.endsWith(word);
    return outer ? 78 : has(page, word) ? 72 : 0;
  }
  function has(page, word) {
    return page.lowerTitle.includes(word) || page.known.some(name => name.includes(word));
  }
  // 转账查询 of 查询单笔转账: the words of a title in another order, or with others between them. A title that has little else is better.
  function ofPieces(page, word) {
    if (word.length < 4 || !HAN.test(word)) {
      return 0;
    }
    let best = 0;
    for (const name of [page.lowerTitle, ...page.known]) {
      const count = piecesIn(name, word);
      if (count > 1) {
        best = Math.max(best, 64 - 6 * count + 16 * Math.min(word.length / name.length, 1));
      }
    }
    if (best === 0) {
      const count = piecesIn(page.lowerProduct + ' ' + page.lowerTitle, word);
      best = count > 1 ? Math.max(54 - 6 * count, 16) : 0;
    }
    return best;
  }
  function ofPath(page, word, code) {
    if (page.method === '!') {
      return page.lowerUri === code ? 98 : page.lowerUri.startsWith(code) || startsInside(page.lowerUri, code) ? 40 : 0;
    }
    if (page.official.includes(word.slice(word.lastIndexOf('/') + 1)) || page.official.includes(word.replace(/^\//, ''))) {
      return 98;
    }
    const wanted = word.startsWith('/') ? word : '/' + word;
    if (page.lowerUri === word || page.lowerUri === wanted || '/v2' + page.lowerUri === wanted) {
      return 98;
    }
    if (page.pattern && word.includes('/') && page.pattern.test(wanted)) {
      return 96;
    }
    return page.lowerUri.includes(wanted) ? 46 : page.lowerUri.includes(word) ? 40 : 0;
  }
  function ofJava(page, name) {
    if (name === '') {
      return 0;
    }
    if (page.call === name) {
      return 97;
    }
    // The call may be another form of the method, jsapiAsync, or go on with what it returns.
    const method = page.call.replace(/_$/, '');
    if (method !== '' && name.startsWith(method)) {
      return 96 * method.length / name.length;
    }
    return page.lowerJava.includes(name) ? 34 : 0;
  }
  function best(ids, scores, scoreOf = each => each) {
    const found = {score: 0, id: -1};
    if (scores.size === 0) {
      return found;
    }
    for (const id of ids) {
      const score = scores.has(id) ? scoreOf(scores.get(id)) : 0;
      if (score > found.score) {
        found.score = score;
        found.id = id;
      }
    }
    return found;
  }
  function score(page, query) {
    const {word} = query;
    const result = {score: ofTitle(page, word), field: null, value: null, error: null, meaning: ''};
    const meaningOf = titles => titles.find(title => HAN.test(word) && title.includes(word)) || '';
    const raise = value => { if (value > result.score) { result.score = value; return true; } return false; };
    raise(query.variant ? ofTitle(page, query.variant) - 4 : 0);
    raise(page.lowerProduct.includes(word) ? 56 : 0);
    raise(result.score === 0 ? ofPieces(page, word) : 0);
    raise(ofPath(page, word, query.code));
    raise((page.roles & query.roles) !== 0 ? 40 : 0);
    raise(page.method !== '!' && lower(page.method) === word ? 20 : 0);
    raise(ofJava(page, query.java));
    for (const other of query.others) {
      raise(has(page, other) ? 62 : page.lowerProduct.includes(other) ? 44 : 0);
    }
    for (const other of query.pinyin) {
      const title = ofTitle(page, other);
      raise(title > 0 ? title - 14 : page.lowerProduct.includes(other) ? 42 : 0);
    }
    const field = best(page.fields, query.ofField);
    if (raise(field.score)) {
      result.field = names[field.id].name;
      result.meaning = meaningOf(names[field.id].titles);
    }
    const choice = best(page.fields, query.ofChoice, each => each.score);
    if (raise(choice.score)) {
      result.field = names[choice.id].name;
      result.value = query.ofChoice.get(choice.id).value;
      result.meaning = '';
    }
    const error = best(page.errors, query.ofError);
    if (raise(error.score)) {
      result.field = null;
      result.value = null;
      result.error = data.errors[error.id];
      result.meaning = meaningOf(codes[error.id].titles);
    }
    if (result.score === 0 && query.pairs.length > 0) {
      const text = [page.lowerProduct, page.lowerTitle, ...page.known].join(' ');
      const share = query.pairs.filter(pair => text.includes(pair)).length / query.pairs.length;
      const letters = Math.max(...[page.lowerTitle, ...page.known]
        .map(name => [...word].filter(letter => name.includes(letter)).length / word.length));
      raise(share >= (query.loose ? 0.25 : 0.5) ? 13 * (share + letters) : 0);
    }
    return result;
  }

  // By product: most merchants look for these, or only a few do.
  const USE = [['基础支付', 6], ['资金应用 / 转账 / 用户确认模式', 2], ['跨境', -3]];
  // Among equals: what may be used, calls before what they cause, the common products, pages with everyday names, and short titles
  // and paths, which are the general ones.
  function weight(page) {
    const kind = page.method === '!' ? -20 : page.method === '' ? -8 : 0;
    // v2 is the older protocol: those who need it have the filter.
    const old = (page.old ? 24 : 0) + (page.v2 ? 7 : 0);
    const use = USE.find(([product]) => page.lowerProduct.startsWith(product));
    const basic = (use ? use[1] : 0) + (page.known.length > 0 ? 2 : 0);
    return kind + basic - old - Math.min(page.title.length, 40) / 8 - Math.min(page.uri.length, 90) / 30;
  }

  // The path of an address, whatever its scheme, host and fragment, and of its query what distinguishes official pages.
  function pathOf(word) {
    const address = /^(?:https?:\/\/[^/]*|[\w.-]+\.qq\.com)(\/[^?#]*)(?:\?([^#]*))?/i.exec(word);
    if (!address) {
      return word;
    }
    const chapter = /(?:^|&)(chapter=[^&]*)/.exec(address[2] || '');
    return (address[1].replace(/\/+$/, '') || '/') + (chapter ? '?' + chapter[1] : '');
  }
  function wordsOf(text) {
    const call = callOf(text);
    const words = call ? [call] : text.split(/\s+/).filter(word => word !== '').map(pathOf);
    const telling = words.filter(word => !FILLERS.test(lower(word)));
    return [...new Map((telling.length > 0 ? telling : words).map(word => [lower(word), word])).values()];
  }

  // The words of paths, fields and titles, with the number of times that each occurs: what a misspelt word may have meant.
  let vocabulary = null;
  function occurring() {
    if (vocabulary === null) {
      vocabulary = new Map(Object.keys(GLOSSARY).map(word => [word, 1]));
      const add = text => (text.match(/[a-z]{4,}/g) || []).forEach(word => vocabulary.set(word, (vocabulary.get(word) || 0) + 1));
      pages.forEach(page => [page.lowerUri, page.lowerTitle, ...page.known].forEach(add));
      names.forEach(name => add(name.last));
    }
    return vocabulary;
  }
  // The number of letters that are missing, too many, wrong or exchanged with the next one.
  function distance(a, b) {
    let before = [];
    let above = Array.from({length: b.length + 1}, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = above;
      above = row;
    }
    return above[b.length];
  }
  function nearest(word) {
    if (!/^[a-z]{5,}$/.test(word)) {
      return word;
    }
    let best = word;
    let least = word.length < 8 ? 1 : 2;
    let count = 0;
    occurring().forEach((times, other) => {
      if (Math.abs(other.length - word.length) > least) {
        return;
      }
      const errors = distance(word, other);
      if (errors < least || (errors === least && times > count)) {
        best = other;
        least = errors;
        count = times;
      }
    });
    return best;
  }

  // The words as one name, if there is such a field or an error: out_trade_no of `out trade no`.
  function joined(words) {
    const name = lower(words.join('_'));
    const known = names.some(({last}) => last === name) || codes.some(({text}) => text === name)
      || pages.some(page => page.method === '!' && page.lowerUri === name);
    return words.length > 1 && known ? lookUp(name) : null;
  }
  function hitsOf(queries, name) {
    let most = 1;
    let hits = [];
    const notified = queries.some(query => query.variant !== '' || [...query.others, ...query.pinyin].includes('通知'));
    for (const page of pages) {
      const hit = {page, score: 0, field: null, value: null, error: null, meaning: ''};
      let matched = 0;
      for (let i = 0; i < queries.length && matched + queries.length - i >= most; i++) {
        const part = score(page, queries[i]);
        if (part.score > 0) {
          matched++;
          hit.score += part.score;
          hit.value = hit.field ? hit.value : part.value;
          hit.field = hit.field || part.field;
          hit.error = hit.error || part.error;
          hit.meaning = hit.meaning || part.meaning;
        }
      }
      if (name) {
        const whole = score(page, name);
        // Worth more than as many words of which each is a part of some field: 28 is the score of a whole name.
        const sum = whole.score < 28 ? 0 : whole.score * queries.length + (whole.field || whole.error ? 35 : 0);
        if (sum > 0 && (sum > hit.score || matched < queries.length)) {
          Object.assign(hit, whole, {score: sum});
          matched = queries.length;
        }
      }
      if (matched > most) {
        most = matched;
        hits = [];
      }
      if (matched === most) {
        hit.score += weight(page) + (notified && page.method === '' ? 8 : 0);
        hits.push(hit);
      }
    }
    return {all: most === queries.length && hits.length > 0, hits};
  }

  const occurs = query => pages.some(page => score(page, query).score > 0);
  // What a word that occurs nowhere may have meant: a Chinese one without what says nothing, and apart from the name next to it.
  function meant(query) {
    if (occurs(query)) {
      return [query.word];
    }
    if (!HAN.test(query.word)) {
      return [nearest(query.word)];
    }
    const telling = query.word.replace(CHINESE_FILLERS, ' ').match(/[\u3400-\u9fff]+|[^\s\u3400-\u9fff]+/g) || [];
    return telling.length > 0 && telling.every(word => occurs(lookUp(word))) ? telling : [query.word];
  }

  // In `instead`: the words that were searched for, if they are not those that were typed. `keeps` is the filter: true for a page that
  // may be shown. The hits that it rejects are counted as `hidden`.
  function find(text, limit, keeps = () => true) {
    const typed = wordsOf(simplified(text.slice(0, 200).normalize('NFKC')));
    let queries = typed.map(lookUp);
    let result = hitsOf(queries, joined(typed));
    let other = null;
    if (!result.all) {
      const words = queries.flatMap((query, i) => meant(query).map(word => (word === query.word ? typed[i] : word)));
      if (words.join(' ') !== typed.join(' ')) {
        queries = words.map(lookUp);
        result = hitsOf(queries, joined(words));
        other = words.join(' ');
      }
      if (result.hits.length === 0) {
        result = hitsOf(queries.map(query => ({...query, loose: true})), null);
        result.all = false;
      }
    }
    const hits = result.hits.filter(hit => keeps(hit.page))
      .sort((a, b) => b.score - a.score || (a.page.path < b.page.path ? -1 : 1));
    const shown = new Set();
    queries.forEach(query => [query.word, query.code, query.variant, ...query.others, ...query.pinyin, ...query.pairs].forEach(word => shown.add(word)));
    return {
      total: hits.length, hidden: result.hits.length - hits.length, all: result.all, instead: hits.length > 0 ? other : null,
      hits: hits.slice(0, limit), words: [...shown],
    };
  }
  return {find, roles: data.roles, bothVersions: pages.some(page => page.v2) && pages.some(page => !page.v2)};
};

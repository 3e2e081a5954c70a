'use strict';
(() => {
  const html = document.documentElement;
  const english = html.lang === 'en';
  const say = (chinese, other) => (english ? other : chinese);
  const store = {
    get(name) { try { return localStorage.getItem(name); } catch (e) { return null; } },
    set(name, value) { try { localStorage.setItem(name, value); } catch (e) { /* Not remembered. */ } },
  };

  // The theme: that of the system until another is chosen.
  const theme = document.getElementById('theme');
  if (theme) {
    theme.hidden = false;
    theme.addEventListener('click', () => {
      const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
      const next = (html.dataset.theme || system) === 'dark' ? 'light' : 'dark';
      html.dataset.theme = next;
      store.set('wxpay-theme', next);
    });
  }
  const language = document.getElementById('language');
  if (language) {
    language.addEventListener('click', () => {
      store.set('wxpay-language', html.dataset.folder === 'zh' ? 'en' : 'zh');
      language.href = language.href.split('#')[0] + location.hash;
    });
  }

  // Where a key leads from one of several elements in a row; -1 if it is none that moves.
  function moved(key, at, count) {
    switch (key) {
      case 'ArrowRight': return (at + 1) % count;
      case 'ArrowLeft': return (at + count - 1) % count;
      case 'Home': return 0;
      case 'End': return count - 1;
      default: return -1;
    }
  }

  // Code: tabs, colors, and a button that copies.
  const KEYWORDS = /^(?:catch|class|else|false|final|for|if|import|instanceof|new|null|private|public|return|static|this|throw|throws|true|try|void|while)$/;
  const PATTERNS = {
    java: /(\/\/[^\n]*)|("(?:\\.|[^"\\\n])*")|(\b[0-9][0-9.]*L?\b)|(@?\b[A-Za-z_][A-Za-z_0-9]*\b)/g,
    bash: /(^#[^\n]*)|("(?:\\.|[^"\\])*"|'[^']*')|(\b[0-9]+\b)|(\b[A-Za-z_][A-Za-z_0-9]*\b)/gm,
    http: /(^[A-Za-z-]+:(?= ))|("(?:\\.|[^"\\\n])*")|(\b[0-9][0-9.]*\b)|(<\/?[A-Za-z_][A-Za-z_0-9]*>?|\]\]>)/gm,
  };
  function paint(pre) {
    const code = pre.firstElementChild;
    const text = code.textContent;
    const pattern = PATTERNS[pre.dataset.language];
    if (!pattern) {
      return;
    }
    const out = document.createDocumentFragment();
    let end = 0;
    for (const match of text.matchAll(pattern)) {
      let kind = match[1] ? 'com' : match[2] ? 'str' : match[3] ? 'num' : 'key';
      if (kind === 'key' && pre.dataset.language !== 'http' && !KEYWORDS.test(match[0]) && match[0][0] !== '@') {
        continue;
      }
      if (pre.dataset.language === 'http' && kind === 'com') {
        kind = 'key';
      }
      out.append(text.slice(end, match.index));
      const span = document.createElement('span');
      span.className = 'tok-' + kind;
      span.textContent = match[0];
      out.append(span);
      end = match.index + match[0].length;
    }
    out.append(text.slice(end));
    code.replaceChildren(out);
  }
  function copyButton(snippet) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = say('复制', 'Copy');
    button.addEventListener('click', () => {
      const text = snippet.querySelector('code').textContent;
      const done = () => {
        button.textContent = say('已复制', 'Copied');
        setTimeout(() => { button.textContent = say('复制', 'Copy'); }, 1500);
      };
      if (navigator.clipboard) {
        navigator.clipboard.writeText(text).then(done, () => select(snippet));
      } else {
        select(snippet);
      }
    });
    snippet.append(button);
  }
  function select(snippet) {
    getSelection().selectAllChildren(snippet.querySelector('code'));
  }
  for (const aside of document.querySelectorAll('.code')) {
    const snippets = [...aside.querySelectorAll('.snippet')];
    const bar = document.createElement('div');
    bar.className = 'tabs';
    bar.setAttribute('role', 'tablist');
    bar.setAttribute('aria-label', aside.getAttribute('aria-label'));
    const painted = new Set();
    const tabs = snippets.map(snippet => {
      const tab = document.createElement('button');
      tab.type = 'button';
      tab.id = 'tab-' + snippet.dataset.id;
      tab.textContent = snippet.dataset.label;
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-controls', snippet.id);
      snippet.setAttribute('role', 'tabpanel');
      snippet.setAttribute('aria-labelledby', tab.id);
      tab.addEventListener('click', () => { show(snippet.dataset.id); store.set('wxpay-code', snippet.dataset.id); });
      bar.append(tab);
      copyButton(snippet);
      return tab;
    });
    const show = id => snippets.forEach((snippet, i) => {
      const chosen = snippet.dataset.id === id;
      snippet.hidden = !chosen;
      tabs[i].setAttribute('aria-selected', String(chosen));
      tabs[i].tabIndex = chosen ? 0 : -1;
      if (chosen && !painted.has(id)) {
        painted.add(id);
        paint(snippet.querySelector('pre'));
      }
    });
    bar.addEventListener('keydown', event => {
      const at = tabs.indexOf(document.activeElement);
      const next = at < 0 ? -1 : moved(event.key, at, tabs.length);
      if (next >= 0) {
        tabs[next].focus();
        tabs[next].click();
        event.preventDefault();
      }
    });
    aside.prepend(bar);
    aside.classList.add('tabbed');
    const last = store.get('wxpay-code');
    show(snippets.some(snippet => snippet.dataset.id === last) ? last : snippets[0].dataset.id);
  }

  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (e) {
      // Nothing has such an id.
      return '';
    }
  }
  // A link to a field opens what it is in. The search links to a field by its name, and to one of its values behind it.
  function reveal() {
    document.querySelectorAll('.found').forEach(each => each.classList.remove('found'));
    const hash = fragment();
    let target = document.getElementById(hash);
    if (!target && hash.startsWith('find=')) {
      const [name, value] = hash.slice('find='.length).split('=');
      const path = name.split('.').map(name => name.replace(/[^A-Za-z0-9_-]/g, '-')).join('.');
      target = [...document.querySelectorAll('.fields > li')]
        .find(each => each.id.slice(each.id.indexOf('.')).endsWith('.' + path)) || null;
      if (target) {
        target.classList.add('found');
        const values = target.querySelector(':scope > details.v');
        if (value && values) {
          values.open = true;
        }
      }
    }
    if (!target) {
      return;
    }
    for (let at = target.parentElement; at; at = at.parentElement) {
      if (at.tagName === 'DETAILS') {
        at.open = true;
      }
    }
    target.scrollIntoView({block: 'start'});
  }
  // The search loads its index when it is first needed: a script, because a page of a directory can read nothing else.
  const box = document.querySelector('.search');
  box.hidden = false;
  const input = box.querySelector('input');
  const panel = box.querySelector('.panel');
  const list = box.querySelector('[role=listbox]');
  const status = box.querySelector('.status');
  const filter = box.querySelector('.filter');
  const assets = html.dataset.root + 'assets/';
  const MOST_RESULTS = 40;
  // Pixels that the results need to be of use, and pixels below them.
  const LEAST_HEIGHT = 260;
  const MARGIN = 12;
  let engine = null;
  let loading = false;
  let selected = -1;

  window.wxpayReference = {
    load(data) {
      engine = window.wxpaySearch(data);
      addFilter();
      if (input.value.trim() !== '') {
        search();
      }
    },
  };
  function load() {
    if (loading) {
      return;
    }
    loading = true;
    const script = document.createElement('script');
    script.src = assets + 'search.js';
    script.onload = () => {
      const index = document.createElement('script');
      index.src = assets + 'index.js';
      index.onerror = failed;
      document.head.append(index);
    };
    script.onerror = failed;
    document.head.append(script);
  }
  function failed() {
    loading = false;
    status.textContent = say('搜索索引无法载入：请重新生成站点。', 'The search index could not be loaded: build the site again.');
    open(true);
  }
  function open(shown) {
    panel.hidden = !shown;
    input.setAttribute('aria-expanded', String(shown));
    if (!shown) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    fit();
    // A field in the middle of a low window moves up, as far as it can.
    const missing = LEAST_HEIGHT - room();
    const above = box.getBoundingClientRect().top - document.querySelector('.bar').offsetHeight - MARGIN;
    if (missing > 0 && above > 0 && !box.closest('.bar')) {
      scrollBy(0, Math.min(missing, above));
      fit();
    }
  }
  // The height from the top of the results to the end of what can be seen: above the keyboard of a phone.
  function room() {
    const view = window.visualViewport;
    return (view ? view.offsetTop + view.height : innerHeight) - panel.getBoundingClientRect().top - MARGIN;
  }
  // Long results scroll within the window.
  function fit() {
    if (!panel.hidden) {
      panel.style.maxHeight = Math.max(room(), LEAST_HEIGHT / 2) + 'px';
    }
  }
  addEventListener('resize', fit);
  addEventListener('scroll', fit, {passive: true});
  if (window.visualViewport) {
    visualViewport.addEventListener('resize', fit);
  }

  // The filter: versions and roles that are pressed, for the visit. None of a kind means all of it.
  const VERSIONS = ['v3', 'v2'];
  let pressed = new Set();
  function readPressed() {
    try {
      pressed = new Set(JSON.parse(sessionStorage.getItem('wxpay-filter') || '[]'));
    } catch (e) {
      pressed = new Set();
    }
    [...filter.children].forEach(chip => chip.setAttribute('aria-pressed', String(pressed.has(chip.dataset.key))));
  }
  function addFilter() {
    const chips = [];
    const add = (key, label) => {
      const chip = element('button', '', label);
      chip.type = 'button';
      chip.dataset.key = key;
      chip.tabIndex = -1;
      chip.addEventListener('click', () => toggle(chip));
      chips.push(chip);
    };
    if (engine.bothVersions) {
      VERSIONS.forEach(version => add(version, version));
    }
    const versions = chips.length;
    if (engine.roles.length > 1) {
      engine.roles.forEach(([chinese, other]) => add(chinese, say(chinese, other)));
      chips[versions].classList.toggle('apart', versions > 0);
    }
    filter.replaceChildren(...chips);
    filter.hidden = chips.length === 0;
    if (chips.length > 0) {
      chips[0].tabIndex = 0;
    }
    readPressed();
  }
  function toggle(chip) {
    const key = chip.dataset.key;
    if (!pressed.delete(key)) {
      pressed.add(key);
    }
    try {
      sessionStorage.setItem('wxpay-filter', JSON.stringify([...pressed]));
    } catch (e) {
      // Not remembered.
    }
    chip.setAttribute('aria-pressed', String(pressed.has(key)));
    search();
  }
  // A page whose roles are unknown may be for any of them.
  function passes(page) {
    const versions = engine.bothVersions ? VERSIONS.filter(version => pressed.has(version)) : [];
    const roles = engine.roles.reduce((bits, [name], i) => (pressed.has(name) ? bits | 1 << i : bits), 0);
    return (versions.length !== 1 || page.v2 === (versions[0] === 'v2'))
      && (roles === 0 || page.roles === 0 || (page.roles & roles) !== 0);
  }
  filter.addEventListener('keydown', event => {
    const chips = [...filter.children];
    const at = chips.indexOf(document.activeElement);
    const next = moved(event.key, at, chips.length);
    if (next >= 0) {
      chips.forEach((chip, i) => { chip.tabIndex = i === next ? 0 : -1; });
      chips[next].focus();
    } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
      input.focus();
    } else {
      return;
    }
    event.preventDefault();
  });
  // A click on a chip or beside the results leaves the cursor where it is.
  panel.addEventListener('mousedown', event => {
    if (!event.target.closest('a')) {
      event.preventDefault();
    }
  });
  box.addEventListener('focusout', event => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) {
      open(false);
    }
  });
  function choose(index) {
    const options = [...list.children];
    selected = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === selected)));
    if (selected >= 0) {
      input.setAttribute('aria-activedescendant', options[selected].id);
      options[selected].scrollIntoView({block: 'nearest'});
    }
  }
  function marked(text, words) {
    const out = document.createDocumentFragment();
    const lower = text.toLowerCase();
    let at = 0;
    while (at < text.length) {
      let begin = -1;
      let length = 0;
      for (const word of words) {
        const found = lower.indexOf(word, at);
        if (word !== '' && found >= 0 && (begin < 0 || found < begin || (found === begin && word.length > length))) {
          begin = found;
          length = word.length;
        }
      }
      if (begin < 0) {
        break;
      }
      out.append(text.slice(at, begin));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(begin, begin + length);
      out.append(mark);
      at = begin + length;
    }
    out.append(text.slice(at));
    return out;
  }
  function element(name, className, ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }
  function option(hit, i, words) {
    const page = hit.page;
    const link = document.createElement('a');
    const place = page.path.split('#');
    link.href = html.dataset.root + html.dataset.folder + '/' + place[0] + '.html'
      + (place[1] ? '#' + place[1]
        : hit.field ? '#find=' + hit.field + (hit.value ? '=' + encodeURIComponent(hit.value) : '') : hit.error ? '#error.' + hit.error : '');
    link.tabIndex = -1;
    const title = element('div', 'title', marked(page.title, words));
    if (page.old) {
      title.append(' ', element('span', 'pill off', say('已弃用', 'deprecated')));
    }
    if (page.v2) {
      title.append(' ', element('span', 'pill', 'v2'));
    }
    const kind = page.method === '' ? say('通知', 'event') : page.method === '!' ? say('错误码', 'error') : page.method;
    const uri = document.createElement('code');
    uri.append(marked(page.uri, words));
    const where = element('div', 'where', element('b', 'm ' + (/^[A-Z]+$/.test(page.method) ? page.method : 'n'), kind), ' ', uri);
    if (page.product) {
      where.append(' · ', marked(page.product, words));
    }
    link.append(title, where);
    const reason = hit.field || hit.error;
    if (reason) {
      const name = document.createElement('code');
      name.append(marked(reason, words));
      link.append(element('div', 'why', hit.field ? say('字段 ', 'field ') : say('错误码 ', 'error '), name,
        ...(hit.value ? [say(' 取值 ', ' with the value '), element('code', '', marked(hit.value, words))] : []),
        ...(hit.meaning ? [' ', marked(hit.meaning, words)] : [])));
    }
    link.id = 'result-' + i;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.addEventListener('mousemove', () => { if (selected !== i) { choose(i); } });
    return link;
  }
  // A query that was cleared is not restored.
  function forget() {
    if (history.state !== null) {
      history.replaceState(null, '');
    }
  }
  function search() {
    const text = input.value.trim();
    if (text === '') {
      open(false);
      list.replaceChildren();
      forget();
      return;
    }
    if (!engine) {
      status.textContent = say('正在载入…', 'Loading…');
      open(true);
      load();
      return;
    }
    const began = performance.now();
    const result = engine.find(text, MOST_RESULTS, passes);
    list.replaceChildren(...result.hits.map((hit, i) => option(hit, i, result.words)));
    list.scrollTop = 0;
    status.textContent = result.total === 0
      ? (result.hidden > 0
        ? say('筛选隐藏了全部 ' + result.hidden + ' 个结果。',
          'The filter hides ' + (result.hidden === 1 ? 'the only result.' : 'all ' + result.hidden + ' results.'))
        : say('没有结果：换一个更短的词试试。', 'Nothing found: try a shorter word.'))
      : (result.instead ? say('按“' + result.instead + '”搜索：', 'Searched for “' + result.instead + '”: ') : '')
        + say(result.total + ' 个结果', result.total + (result.total === 1 ? ' result' : ' results'))
        + (result.all ? '' : say('，只匹配部分词', ' with some of the words'))
        + (result.hidden > 0 ? say('，筛选隐藏了 ' + result.hidden + ' 个', ', ' + result.hidden + ' hidden by the filter') : '')
        + (result.total > MOST_RESULTS ? say('，显示前 ' + MOST_RESULTS + ' 个', ', the first ' + MOST_RESULTS + ' are shown') : '');
    panel.dataset.milliseconds = String(performance.now() - began);
    open(true);
    choose(0);
  }
  input.addEventListener('focus', () => { load(); if (input.value.trim() !== '') { search(); } });
  // What is typed to compose a character is no query yet.
  input.addEventListener('input', event => { if (!event.isComposing) { search(); } });
  input.addEventListener('compositionend', search);
  // A click, or Enter, which clicks: Back returns to the results. The state is kept where an address cannot have a query.
  list.addEventListener('click', event => {
    const otherTab = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!otherTab) {
      history.replaceState({query: input.value}, '');
    }
  });
  addEventListener('pageshow', event => {
    const [entry] = performance.getEntriesByType('navigation');
    const query = history.state && history.state.query;
    if (event.persisted) {
      readPressed();
    }
    if (query && (event.persisted || (entry && entry.type === 'back_forward'))) {
      input.value = query;
      search();
      // The keys that choose a result are those of the field.
      input.focus({preventScroll: true});
    }
  });
  input.addEventListener('keydown', event => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      choose(selected + (event.key === 'ArrowDown' ? 1 : -1));
      event.preventDefault();
    } else if (event.key === 'Enter') {
      const chosen = list.children[selected];
      if (chosen && !panel.hidden) {
        event.preventDefault();
        if (event.metaKey || event.ctrlKey) {
          open(false);
          window.open(chosen.href);
        } else {
          chosen.click();
          open(false);
          input.blur();
        }
      }
    } else if (event.key === 'Escape') {
      // A browser would clear the field at once.
      event.preventDefault();
      if (panel.hidden) {
        input.value = '';
        forget();
        input.blur();
      } else {
        open(false);
      }
    }
  });
  document.addEventListener('keydown', event => {
    const typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    const shortcut = (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)
      || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
    if (shortcut) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  document.addEventListener('click', event => {
    if (!box.contains(event.target)) {
      open(false);
    }
  });
  const tries = document.querySelector('.tries');
  if (tries) {
    tries.hidden = false;
    tries.querySelectorAll('button').forEach(button => button.addEventListener('click', event => {
      event.stopPropagation();
      input.value = button.textContent;
      input.focus();
      search();
    }));
    // The home page is for searching: the index is there before the first key.
    load();
  }

  // Last: all that the page shows is in its place now.
  addEventListener('hashchange', reveal);
  if (location.hash.length > 1) {
    reveal();
  }
})();

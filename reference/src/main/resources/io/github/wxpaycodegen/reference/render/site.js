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
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (step !== 0 && at >= 0) {
        const next = tabs[(at + step + tabs.length) % tabs.length];
        next.focus();
        next.click();
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
  // A link to a field opens what it is in. The search links to a field by its name.
  function reveal() {
    document.querySelectorAll('.found').forEach(each => each.classList.remove('found'));
    const hash = fragment();
    let target = document.getElementById(hash);
    if (!target && hash.startsWith('find=')) {
      const path = hash.slice('find='.length).split('.').map(name => name.replace(/[^A-Za-z0-9_-]/g, '-')).join('.');
      target = [...document.querySelectorAll('.fields > li')]
        .find(each => each.id.slice(each.id.indexOf('.')).endsWith('.' + path)) || null;
      if (target) {
        target.classList.add('found');
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
  const assets = html.dataset.root + 'assets/';
  const MOST_RESULTS = 40;
  let engine = null;
  let loading = false;
  let selected = -1;

  window.wxpayReference = {
    load(data) {
      engine = window.wxpaySearch(data);
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
    }
  }
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
      + (place[1] ? '#' + place[1] : hit.field ? '#find=' + hit.field : hit.error ? '#error.' + hit.error : '');
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
        ...(hit.meaning ? [' ', marked(hit.meaning, words)] : [])));
    }
    link.id = 'result-' + i;
    link.setAttribute('role', 'option');
    link.setAttribute('aria-selected', 'false');
    link.addEventListener('mousemove', () => { if (selected !== i) { choose(i); } });
    return link;
  }
  function search() {
    const text = input.value.trim();
    if (text === '') {
      open(false);
      list.replaceChildren();
      return;
    }
    if (!engine) {
      status.textContent = say('正在载入…', 'Loading…');
      open(true);
      load();
      return;
    }
    const began = performance.now();
    const result = engine.find(text, MOST_RESULTS);
    list.replaceChildren(...result.hits.map((hit, i) => option(hit, i, result.words)));
    list.scrollTop = 0;
    status.textContent = result.total === 0
      ? say('没有结果：换一个更短的词试试。', 'Nothing found: try a shorter word.')
      : (result.instead ? say('按“' + result.instead + '”搜索：', 'Searched for “' + result.instead + '”: ') : '')
        + say(result.total + ' 个结果', result.total + (result.total === 1 ? ' result' : ' results'))
        + (result.all ? '' : say('，只匹配部分词', ' with some of the words'))
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
  list.addEventListener('click', () => history.replaceState({query: input.value}, ''));
  addEventListener('pageshow', event => {
    const [entry] = performance.getEntriesByType('navigation');
    const query = history.state && history.state.query;
    if (query && (event.persisted || (entry && entry.type === 'back_forward'))) {
      input.value = query;
      search();
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

/**
 * Creates an element.
 *
 * @param {string} tag
 * @param {Object} properties attributes; `class`, `text`, `on` (handlers by event) and `data` have their own meaning
 * @param {...(Node|string|null)} children
 */
export function element(tag, properties = {}, ...children) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'text') {
      created.textContent = value;
    } else if (name === 'on') {
      Object.entries(value).forEach(([event, handler]) => created.addEventListener(event, handler));
    } else if (name === 'data') {
      Object.assign(created.dataset, value);
    } else if (value !== null && value !== undefined && value !== false) {
      created.setAttribute(name, value === true ? '' : value);
    }
  }
  created.append(...children.filter(child => child !== null));
  return created;
}

/**
 * Makes a list show items. An element is replaced only if its item has changed, so that focus, selection and open details
 * survive an update.
 *
 * @param {Element} list
 * @param {Array} items
 * @param {function} keyOf the identity of an item
 * @param {function} versionOf the text that changes when the element must be replaced
 * @param {function} create the element of an item; its second argument is the element that it replaces, or null
 */
export function show(list, items, keyOf, versionOf, create) {
  const old = new Map([...list.children].map(child => [child.dataset.key, child]));
  let next = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const version = versionOf(item);
    let child = old.get(key) ?? null;
    old.delete(key);
    if (child === null || child.dataset.version !== version) {
      const created = create(item, child);
      created.dataset.key = key;
      created.dataset.version = version;
      if (child !== null) {
        const focused = child.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
        if (next === child) {
          next = created;
        }
        child.replaceWith(created);
        if (focused !== undefined) {
          (created.querySelector(`[data-focus="${CSS.escape(focused)}"]`) ?? focusable(created))?.focus();
        }
      }
      child = created;
    }
    if (child === next) {
      next = next.nextElementSibling;
    } else {
      list.insertBefore(child, next);
    }
  }
  old.forEach(child => child.remove());
}

function focusable(parent) {
  const found = parent.querySelector('button:not([disabled]), summary');
  if (found === null) {
    parent.tabIndex = -1;
  }
  return found ?? parent;
}

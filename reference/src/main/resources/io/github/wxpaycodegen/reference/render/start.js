'use strict';
// The language that was chosen last, or else that of the browser. Without scripts, the page has both links.
(() => {
  let folder = null;
  try {
    folder = localStorage.getItem('wxpay-language');
  } catch (e) {
    // Storage may be forbidden, for files in particular.
  }
  if (folder !== 'zh' && folder !== 'en') {
    folder = (navigator.language || '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
  }
  location.replace(folder + '/index.html' + location.hash);
})();

'use strict';
// Runs before the first paint, so that a chosen theme does not flash.
try {
  const theme = localStorage.getItem('wxpay-theme');
  if (theme === 'dark' || theme === 'light') {
    document.documentElement.dataset.theme = theme;
  }
} catch (e) {
  // Storage may be forbidden, for files in particular: then the system decides.
}
document.documentElement.classList.add('js');

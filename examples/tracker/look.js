// Language and colours, set before anything is drawn, so that nothing flashes in the wrong ones.
(() => {
  const spoken = navigator.languages.find((tag) => /^(?:zh|en)\b/.test(tag)) ?? 'en';
  const look = { language: spoken.startsWith('zh') ? 'zh-CN' : 'en', theme: 'auto' };
  try {
    Object.assign(look, JSON.parse(localStorage.getItem('drydock-look') ?? '{}'));
  } catch {
    // A browser that forbids storage shows the defaults.
  }
  document.documentElement.lang = look.language;
  document.documentElement.setAttribute('data-theme', look.theme);
})();

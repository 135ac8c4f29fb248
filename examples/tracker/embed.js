// All that this product does to have Waymark: it says who is here, in which language and colours. The events are the
// `waymark('track', …)` calls in the app.
(() => {
  window.waymark = (...call) => window.waymark.q.push(call);
  window.waymark.q = [];

  const { user, company } = JSON.parse(document.querySelector('meta[name="session"]').content);
  const as = encodeURIComponent(`${user.id}@${company.id}`);

  // A real vendor's server knows its signed-in user and needs no parameter.
  async function getToken() {
    const answer = await fetch(`/demo/token?as=${as}`, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`/demo/token answered ${answer.status}`);
    return answer.text();
  }

  function start() {
    const { lang, dataset } = document.documentElement;
    window.waymark('init', { user, company, getToken, locale: lang, theme: dataset.theme });
  }

  start();
  document.addEventListener('drydock:look', start);
})();

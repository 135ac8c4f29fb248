// One tab, driven over DevTools without emulating anything.

/** Opens a tab in front of the others and loads an address in it; resolves when the page's scripts have run. */
export async function openTab(devtools, url) {
  const { targetId } = await devtools.send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await devtools.send('Target.attachToTarget', { targetId, flatten: true });
  const send = (method, params) => devtools.send(method, params, sessionId);
  await send('Page.enable');
  await send('Inspector.enable');
  await devtools.send('Target.setDiscoverTargets', { discover: true });

  /** Resolves at the next event of this tab with that name. */
  function next(method, isWanted = () => true) {
    return new Promise((resolve) => {
      const stop = devtools.listen((message) => {
        if (message.sessionId !== sessionId || message.method !== method || !isWanted(message.params)) return;
        stop();
        resolve(message.params);
      });
    });
  }
  async function navigate(to) {
    const loaded = next('Page.loadEventFired');
    const { errorText } = await send('Page.navigate', { url: to });
    if (errorText) return errorText;
    await loaded;
  }
  async function evaluate(expression) {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  /** Runs a script and does not wait for it: what follows on the same connection happens right after it. */
  function start(expression) {
    send('Runtime.evaluate', { expression }).catch(() => {});
  }
  /** Resolves when the tab is gone. */
  function gone() {
    return new Promise((resolve) => {
      const stop = devtools.listen(({ method, params }) => {
        if (method !== 'Target.targetDestroyed' || params.targetId !== targetId) return;
        stop();
        resolve();
      });
    });
  }
  async function close() {
    const closed = gone();
    devtools.send('Target.closeTarget', { targetId }).catch(() => {});
    await closed;
  }
  /**
   * Runs a script and closes the tab as a person does, as soon as the script has returned. `window.close()` would be
   * sooner, but a headless browser then ends the page without any of its last events.
   */
  async function closeAfter(expression) {
    await evaluate(expression);
    await close();
  }
  /** Runs a script that leaves the page; resolves when the next one has loaded. */
  async function leave(expression) {
    const shown = next('Page.frameNavigated', ({ frame }) => !frame.parentId);
    const loaded = next('Page.loadEventFired');
    start(expression);
    const { type } = await shown;
    // A page from the back/forward cache is shown as it was and does not load again.
    if (type !== 'BackForwardCacheRestore') await loaded;
  }
  /** Puts an empty tab in front of this one. */
  async function hide() {
    await devtools.send('Target.createTarget', { url: 'about:blank' });
    await evaluate(`document.visibilityState === 'hidden' || new Promise((done) =>
      document.addEventListener('visibilitychange', done, { once: true }))`);
  }
  async function offline(isOffline) {
    await send('Network.enable');
    const unlimited = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await send('Network.emulateNetworkConditions', { offline: isOffline, ...unlimited });
  }
  async function crash() {
    const crashed = next('Inspector.targetCrashed');
    send('Page.crash').catch(() => {});
    await crashed;
  }

  const tab = { send, navigate, evaluate, close, closeAfter, leave, hide, offline, crash };
  // Replaces the empty page, so that the history has one entry and the page may close itself.
  await leave(`location.replace(${JSON.stringify(url)})`);
  return tab;
}

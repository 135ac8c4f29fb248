// One measurement: a collector in a page of its own at a quarter of the machine's speed, many calls, then quiet.
import { setTimeout as pause } from 'node:timers/promises';
import { createProfile, startBrowser } from '../lab/browser-process.mjs';
import { createPages } from '../lab/pages.mjs';
import { startReceiver } from '../lab/receiver.mjs';

const SLOWDOWN = 4;
/** A click handler or a render makes a handful of calls in one task; more would be no product. */
const CALLS_PER_TASK = 25;
/** Some peers rewrite their whole queue at every call; in this time they do not get to the end. */
const CALLS_TIMEOUT = 20_000;
const IDLE_TIMEOUT = 30_000;
/** Idle: this long without a request, and hardly any work on the main thread. */
const QUIET = 1_500;
const QUIET_WORK = 0.03;

/** Runs in the page: `calls` calls in tasks of 25, each timed; gives up after a while. */
async function callMany(calls, callsPerTask, timeout) {
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  const times = new Float64Array(calls);
  const began = performance.now();
  let n = 0;
  while (n < calls && performance.now() - began < timeout) {
    for (let stop = Math.min(calls, n + callsPerTask); n < stop; n++) {
      const before = performance.now();
      window.lab.track(n + 1, n + 1);
      times[n] = performance.now() - before;
    }
    await turn();
  }
  const done = Array.from(times.subarray(0, n)).sort((a, b) => a - b);
  return {
    calls: n,
    mean: done.reduce((sum, time) => sum + time, 0) / n,
    p99: done[Math.floor(n * 0.99)],
    isPrecise: window.crossOriginIsolated,
  };
}

/** Measures one collector: µs a call, milliseconds of main thread until idle, and bytes of heap kept. */
export async function measure(collector, client, calls) {
  const pages = createPages({ client, isStrict: collector.isStrict, isIsolated: true });
  const receiver = await startReceiver({ collector, pages, isSameOrigin: true });
  const profile = createProfile();
  const browser = await startBrowser(profile.dir);
  try {
    const tab = await browser.open(receiver.page);
    await tab.evaluate('lab.ready');
    await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
    await tab.send('HeapProfiler.enable');
    const metrics = async () =>
      Object.fromEntries(
        (await tab.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
      );
    const heap = async () => {
      await tab.send('HeapProfiler.collectGarbage');
      return (await metrics()).JSHeapUsedSize;
    };
    await tab.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    // The first calls load what is lazy; what they cost is start-up, not tracking.
    await tab.evaluate('lab.track(0, 0)');
    await untilIdle(receiver, metrics);
    const heapBefore = await heap();
    const before = await metrics();
    const told = await tab.evaluate(`(${callMany})(${calls}, ${CALLS_PER_TASK}, ${CALLS_TIMEOUT})`);
    await untilIdle(receiver, metrics);
    const after = await metrics();
    const heapAfter = await heap();
    return {
      ...told,
      work: (after.TaskDuration - before.TaskDuration) * 1_000,
      heap: heapAfter - heapBefore,
      requests: receiver.requests.length,
      delivered: new Set(receiver.stored.map(({ n }) => n).filter((n) => n > 0)).size,
    };
  } finally {
    await browser.close();
    await receiver.close();
    profile.remove();
  }
}

/** Waits until neither the network nor the main thread has anything to do for a while. */
async function untilIdle(receiver, metrics) {
  const end = Date.now() + IDLE_TIMEOUT;
  let since = Date.now();
  let { TaskDuration: worked } = await metrics();
  while (Date.now() - Math.max(since, receiver.lastNews()) < QUIET && Date.now() < end) {
    await pause(250);
    const { TaskDuration } = await metrics();
    if (TaskDuration - worked > QUIET_WORK) since = Date.now();
    worked = TaskDuration;
  }
}

/** Runs `work` while no other tab of this device does; where the browser has no locks, at once: ids keep events single. */
export async function lock(name: string, work: () => Promise<void>): Promise<void> {
  let begun = false;
  const run = () => {
    begun = true;
    return work();
  };
  try {
    return await navigator.locks.request(name, run);
  } catch (error) {
    // Missing on plain http, and refused inside a sandboxed frame.
    if (begun) throw error;
    return run();
  }
}

// A page with a strict Content Security Policy and Trusted Types. Ours meets every page of the lab under it.
export const situation = {
  order: 41,
  title: 'strict Content Security Policy and Trusted Types',
  isStrict: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
    const policy = await tab.evaluate('host.policy');
    tab.check('breaks the policy', policy.length === 0, policy);
  },
};

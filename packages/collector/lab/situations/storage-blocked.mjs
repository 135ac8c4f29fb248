// The person blocks all site data; the endpoint answers 503 for two seconds and the tab stays open.
export const situation = {
  order: 35,
  title: 'site data blocked, 503 for a while',
  preferences: { profile: { default_content_setting_values: { cookies: 2 } } },
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(503, { error: 'unavailable' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    lab.receiver.fault = null;
    await lab.settle();
    await lab.lastVisit();
  },
};

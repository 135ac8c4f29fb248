// The endpoint moved: 308 to its new place, where the body arrives as it was sent.
export const situation = {
  order: 45,
  title: '308 to another path',
  async play(lab) {
    const tab = await lab.open();
    const redirect = ({ path, query }, reply) => {
      if (query.has('moved')) return false;
      query.set('moved', '1');
      reply.answer(308, '', { location: `${path}?${query}` });
      return true;
    };
    lab.receiver.fault = redirect;
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit(redirect);
  },
};

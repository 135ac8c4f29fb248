// The endpoint keeps the events and answers 204 without a body.
export const situation = {
  order: 46,
  title: '204 without a body',
  async play(lab) {
    const tab = await lab.open();
    const quiet = (_, reply) => {
      reply.keep();
      reply.answer(204);
      return true;
    };
    lab.receiver.fault = quiet;
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit(quiet);
  },
};

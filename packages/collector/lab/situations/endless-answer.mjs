// The endpoint keeps the events, answers 200, and its answer's body never ends.
export const situation = {
  order: 16,
  title: 'answer without an end',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = ({ request, response }, reply) => {
      reply.keep();
      response.writeHead(200, {
        'access-control-allow-origin': request.headers.origin ?? '*',
        'access-control-allow-credentials': 'true',
        'content-type': 'application/json',
      });
      response.write('{"verdicts":[');
      reply.hold();
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await lab.lastVisit();
  },
};

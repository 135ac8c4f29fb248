import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.js';

const read = (line: string, env: NodeJS.ProcessEnv = {}) =>
  readArguments(line.split(' ').filter(Boolean), env);

describe('the command line', () => {
  it('is read', () => {
    expect(read('serve --port 0 --data d --playbook p --prefix /waymark/')).toMatchObject({
      command: 'serve',
      port: 0,
      data: 'd',
      playbook: 'p',
      prefix: '/waymark',
      identity: 'claimed',
    });
    expect(read('fold f --playbook p --order shuffled --seed 7 --duplicates 0.2')).toMatchObject({
      file: 'f',
      order: 'shuffled',
      seed: 7,
      duplicates: 0.2,
    });
    expect(read('verify', { DATABASE_URL: 'postgres://x' })).toMatchObject({ databaseUrl: 'postgres://x' });
    expect(read('serve --playbook p --issuer https://a.example/waymark/ --issuer-name Acme').issuer).toEqual({
      url: 'https://a.example/waymark',
      name: 'Acme',
    });
    expect(read('serve --help').command).toBe('help');
  });

  it.each([
    ['', 'Expected a command to be one of serve, import, verify, fold, simulate, got nothing.'],
    ['start', 'got "start"'],
    ['serve', 'Expected --playbook FILE'],
    ['import --playbook p', 'Expected a file'],
    ['import a b --playbook p', 'Expected nothing more after "import", got "b"'],
    ['verify x', 'got "x"'],
    ['serve --playbook p --port 70000', 'whole number up to 65535'],
    ['serve --playbook p --port x', 'got "x"'],
    ['serve --playbook p --prefix way', 'such as /waymark'],
    ['serve --playbook p --identity none', '--identity'],
    ['serve --playbook p --issuer https://a.example', '--issuer-name NAME together'],
    ['serve --playbook p --issuer a.example --issuer-name A', 'got "a.example"'],
    ['serve --playbook p --colour red', '--colour'],
    ['fold f --playbook p --order up', '--order'],
    ['fold f --playbook p --duplicates 2', 'between 0 and 1'],
    ['simulate', 'waymark-hub simulate --draft FILE'],
    ['simulate f --draft d', 'Expected --playbook FILE for "simulate".'],
    ['simulate --draft d --days -1', '--days'],
    ['simulate --draft d --days week', 'Expected --days to be a whole number'],
    ['simulate f g --draft d --playbook p', 'got "g"'],
  ])('"%s" is refused', (line, message) => {
    expect(() => read(line)).toThrow(message);
  });
});

// @vitest-environment happy-dom
import type { View } from '@waymark/contracts';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { atTheirDay, createMounting, viewOf } from '../../fixtures/mounting.js';
import { states } from '../../fixtures/states.js';
import { type MountUserCenterOptions, mountUserCenter } from './mount.js';

// What is loaded later is at hand, so that nothing here waits for a busy machine to read it.
beforeAll(async () => {
  await Promise.all([
    import('./badges/index.js'),
    import('./company/index.js'),
    import('./league/index.js'),
    import('./preferences/index.js'),
    import('./rewards/index.js'),
  ]);
});
atTheirDay();
const mount = createMounting();
beforeEach(() => localStorage.clear());

function mountState(state: string | View, options: Partial<MountUserCenterOptions> = {}) {
  const { handle: center, ...mounted } = mount(state, (place) =>
    mountUserCenter({ ...place, mode: 'inline', ...options }),
  );
  return { center, ...mounted };
}

describe('the user center', () => {
  it.each(Object.entries(states))('draws the state "%s"', (name, { tab, locale }) => {
    const { root } = mountState(name, { tab, locale });
    expect(root.querySelector('.sheet .head')).not.toBeNull();
  });

  it('tells in words what lapses when, and what keeps the level', () => {
    const lapsing = viewOf('lapsing');
    expect(mountState(lapsing).text()).toContain(
      '120 points lapse on Aug 31, 2026.80 more by Sep 30, 2026 keep Navigator.',
    );
    expect(mountState(lapsing, { locale: 'zh-CN' }).text()).toContain(
      '2026年8月31日有 120 成长值到期。2026年9月30日前再获得 80 即可保住「领航者」。',
    );
    const { snapshot } = lapsing;
    if (snapshot === null) throw new Error('Expected a snapshot.');
    const on = '2026-08-31';
    const told = (level: object, growth = snapshot.growth) =>
      mountState({
        ...lapsing,
        growth,
        snapshot: {
          ...snapshot,
          lapsing: { points: { points: 1, on }, level: { level: 3, on, more: 1, ...level } },
        },
      }).text();
    expect(told({})).toContain('1 point lapses on Aug 31, 2026.1 more keeps Navigator.');
    expect(told({ more: null })).toContain('You are Navigator until Aug 31, 2026.');
    expect(told({ more: 10 }, snapshot.growth + 10)).not.toContain('keep');
    expect(mountState('home').text()).not.toContain('lapse');
  });

  it('shows the league behind a tab of the rankings: who goes up, who stays and who goes down', async () => {
    const { snapshot } = viewOf('home');
    const { snapshot: inLeague } = viewOf('league');
    if (snapshot === null || inLeague === null) throw new Error('Expected snapshots.');
    const view = { ...viewOf('home'), snapshot: { ...snapshot, league: inLeague.league } };
    const { root, text } = mountState(view, { tab: 'growth' });
    expect(text()).not.toContain('Ridge');
    const tab = [...root.querySelectorAll<HTMLElement>('.rankings [role=tab]')].at(-1);
    expect(tab?.textContent).toBe('League');
    tab?.click();
    await vi.waitFor(() => expect(text()).toContain('RidgeLeague 2 of 5'));
    const zones = [...root.querySelectorAll('.league h4')].map((zone) => [
      zone.textContent,
      zone.nextElementSibling?.getAttribute('aria-label'),
      zone.nextElementSibling?.children.length,
    ]);
    expect(zones).toEqual([
      ['Going up', 'Going up', 3],
      ['Staying', 'Staying', 3],
      ['Going down', 'Going down', 3],
    ]);
    expect(root.querySelector('.league .me .name')?.textContent).toBe('Quiet Heron 4f2');
    expect(text()).toContain('Last time: place 2 of 9, and up.Final on Aug 31, 2026');
    expect(root.querySelector('.league .medal')?.classList.contains('silver')).toBe(true);
  });

  it('says why a league shows nobody', async () => {
    const few = mountState('league-few', { tab: 'growth', locale: 'zh-CN' });
    await vi.waitFor(() => expect(few.text()).toContain('本级联赛参与人数太少'));
    const { snapshot } = viewOf('league');
    if (snapshot?.league === undefined) throw new Error('Expected a league.');
    const league = { ...snapshot.league, places: [], last: null };
    const alone = mountState({ ...viewOf('league'), snapshot: { ...snapshot, league } }, { tab: 'growth' });
    await vi.waitFor(() =>
      expect(alone.text()).toContain('Your first points this week put you into a group.'),
    );
    expect(alone.text()).not.toContain('Last time');
  });

  it('speaks the language asked for, and a vendor’s own words first', () => {
    const { text, center } = mountState('home', { locale: 'zh-CN' });
    expect(text()).toContain('距「开拓者」还差 260');
    center.update({ locale: 'en', messages: { growthValue: 'Karma' } });
    expect(text()).toContain('Karma');
    expect(text()).toContain('260 to Trailblazer');
  });

  it('sets tokens on its host and takes them back', () => {
    const { host, center } = mountState('home', { tokens: { accent: '#ff0000' } });
    expect(host.style.getPropertyValue('--waymark-accent')).toBe('#ff0000');
    center.update({ tokens: { radius: '2px' } });
    expect(host.style.getPropertyValue('--waymark-accent')).toBe('');
    center.dispose();
    expect(host.style.getPropertyValue('--waymark-radius')).toBe('');
  });

  it('says how many foretold points are on the way', () => {
    expect(mountState('pending').text()).toContain('+50 on the way');
    expect(mountState('home').text()).not.toContain('on the way');
  });

  it('shows the reason of a capped entry and marks foretold ones', () => {
    const { root, text } = mountState('pending-growth', { tab: 'growth' });
    expect(text()).toContain('Daily limit reached');
    expect(root.querySelectorAll('.entry.pending').length).toBe(2);
  });

  it('says why an entry was corrected', () => {
    const { root } = mountState('corrected', { tab: 'growth' });
    const entry = root.querySelector('.entry.taken');
    expect(entry?.textContent).toContain('Corrected: The same release was counted twice.');
    expect(entry?.querySelector('.points')?.textContent).toBe('-40');
    expect(root.querySelectorAll('.entry')[1]?.textContent).not.toContain('Corrected');
  });

  it('says offline that nothing is lost and how much waits', () => {
    expect(mountState('offline').text()).toContain('Nothing is lost: 3 events are waiting.');
    expect(mountState('offline-one').text()).toContain('Nothing is lost: 1 event is waiting.');
    expect(mountState('offline-unknown').text()).toContain('Offline. Nothing is lost.');
  });

  it('tells the developer why the hub refuses, and the user that points are safe', () => {
    const { root, text } = mountState('refused');
    expect(text()).toContain('Your points are safe.');
    expect(root.querySelector('details')?.textContent).toContain('The token has expired');
  });

  it('draws texts as texts', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const view = viewOf('home');
    const snapshot = view.snapshot && { ...view.snapshot, user: { id: 'x', name: evil } };
    const { root, text } = mountState({ ...view, snapshot });
    expect(text()).toContain(evil);
    expect(root.querySelector('img')).toBeNull();
  });

  it('shows the company view only to those who decide, and its level to everybody', async () => {
    const { text, root } = mountState('company', { tab: 'company' });
    expect(root.querySelector('[role=tablist]')?.textContent).toBe('HomeGrowthCompany');
    await vi.waitFor(() => expect(text()).toContain('Where people wait'));
    expect(text()).toContain('Waiting at: Have five changes reviewed');
    expect(text()).toContain('77 of 128 in the last 28 days, 102 ever');
    const member = mountState('home', { tab: 'company' });
    expect(member.root.querySelector('[role=tablist]')?.textContent).toBe('HomeGrowth');
    expect(member.text()).toContain('260 to Trailblazer');
    expect(mountState('growth', { tab: 'growth' }).text()).toContain('27,520 to Exemplary');
  });

  it('shows the nearest quest at home, and all of them with their fates in growth', () => {
    const home = mountState('home');
    expect(home.root.querySelector('.checklist')?.textContent).toContain('2 of 4 steps · 9 days left');
    expect(home.root.querySelector('.checklist .task')?.textContent).toContain('Have five changes reviewed');
    const { root } = mountState('growth', { tab: 'growth' });
    const quests = [...root.querySelectorAll('.quest')].map(({ className }) => className);
    expect(quests).toEqual(['quest open', 'quest open', 'quest done', 'quest missed']);
    expect(root.querySelector('.quests [aria-current=step]')?.textContent).toContain('2 of 5');
    expect(mountState('one').text()).toContain('Today is the last day');
  });

  it('draws a streak as a calendar with its run, and says it in words', () => {
    const { root, text } = mountState('growth', { tab: 'growth' });
    expect(root.querySelector('.calendar')?.getAttribute('aria-label')).toBe(
      'Active 54, missed 5, forgiven 1',
    );
    expect(root.querySelectorAll('.days .cell.run-on:not(.off)')).toHaveLength(18);
    expect(text()).toContain('17 working days in a row');
    expect(text()).toContain('A day off: nothing breaks');
    expect(text()).toContain('Done for this week');
    expect(mountState('one', { tab: 'growth' }).text()).toContain('1 working day in a row');
  });

  it('takes a level-up in silence in quiet mode', async () => {
    const view = viewOf('level-up');
    const preferences = { ranking: 'name', alias: null, quiet: true } as const;
    const memory = { get: () => '3', set: () => {} };
    const loud = mountState('level-up', { memory });
    const quiet = mountState(
      { ...view, snapshot: view.snapshot && { ...view.snapshot, preferences } },
      { memory },
    );
    await vi.waitFor(() => expect(loud.root.querySelector('.level-up')).not.toBeNull());
    expect(quiet.root.querySelector('.level-up')).toBeNull();
  });

  it('opens and closes as a panel, and tells about it', async () => {
    const told: string[] = [];
    const { center, root } = mountState('home', {
      mode: 'panel',
      onOpen: () => told.push('open'),
      onClose: () => told.push('close'),
    });
    expect(root.querySelector('.sheet')).toBeNull();
    center.open('growth');
    center.open();
    expect(center.isOpen).toBe(true);
    expect(root.querySelector('[role=dialog]')).not.toBeNull();
    expect(root.querySelector('[aria-selected=true]')?.textContent).toBe('Growth');
    await vi.waitFor(() => expect(told).toEqual(['open']));
    center.close();
    center.close();
    expect(center.isOpen).toBe(false);
    expect(told).toEqual(['open', 'close']);
  });

  it('tells of nothing where it is closed before it was seen', async () => {
    vi.useFakeTimers();
    const told: string[] = [];
    const tell = { onOpen: () => told.push('open'), onClose: () => told.push('close') };
    const { center, root } = mountState('home', { mode: 'panel', ...tell });
    center.open();
    center.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toEqual([]);
    expect(root.querySelector('.sheet')).toBeNull();
  });

  it('is drawn out of sight before it is opened, and forgotten where nobody opens it', async () => {
    vi.useFakeTimers({ now: new Date('2026-08-22T15:20:00+08:00') });
    const { center, root } = mountState('home', { mode: 'panel' });
    const sheet = () => root.querySelector<HTMLElement>('.sheet');
    const drawn = () => sheet()?.className ?? null;
    const reach = () => [sheet()?.inert, sheet()?.getAttribute('aria-hidden')];
    center.prepare();
    expect(drawn()).toBeNull();
    await vi.advanceTimersByTimeAsync(100);
    expect(drawn()).toBe('sheet ready');
    expect(reach()).toEqual([true, 'true']);
    expect(center.isOpen).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn()).toBeNull();

    center.prepare();
    await vi.advanceTimersByTimeAsync(100);
    center.open();
    expect(drawn()).toBe('sheet');
    await vi.advanceTimersByTimeAsync(100);
    expect(drawn()).toBe('sheet open');
    expect(reach()).toEqual([false, 'false']);
    expect(root.activeElement).toBe(sheet());
    center.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(drawn()).toBeNull();
  });

  it('can be mounted again where one was', () => {
    const { center, host, client } = mountState('home');
    center.dispose();
    expect(host.shadowRoot?.childNodes.length).toBe(0);
    const again = mountUserCenter({ client, host, mode: 'inline', locale: 'en' });
    expect(host.shadowRoot?.textContent).toContain('1,240');
    again.dispose();
  });
});

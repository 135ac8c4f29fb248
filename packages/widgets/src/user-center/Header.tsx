import type { Snapshot } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { Ring } from '../surface/Ring.js';
import { Avatar } from './Avatar.js';
import { useScene } from './scene.js';
import type { Standing } from './standing.js';

/** Who this is: initials in the level ring, name, title and company. Keeps its size while loading. */
export function Header(props: {
  readonly snapshot: Snapshot | null;
  readonly level: number;
  readonly standing: Standing | null;
  readonly children: ComponentChildren;
}) {
  const { snapshot, level, standing, children } = props;
  const scene = useScene();
  const title = scene.text(standing?.level?.title);
  const company = snapshot?.company.name ?? '';
  return (
    <div class="head" part="header">
      <div class="who">
        <div class="crest">
          <Ring share={standing?.share ?? 0} width={5} />
          {snapshot === null ? <span class="avatar bone" /> : <Avatar person={snapshot.user} />}
          {snapshot !== null && (
            <span class="level" aria-hidden="true">
              {scene.number(level + 1)}
            </span>
          )}
        </div>
        {snapshot === null ? (
          <div class="names" aria-hidden="true">
            <span class="bone line wide" />
            <span class="bone line" />
          </div>
        ) : (
          <div class="names">
            <p class="person" title={snapshot.user.name}>
              {snapshot.user.name || snapshot.user.id}
            </p>
            <p class="title">
              <span class="worn" title={title}>
                {title}
              </span>
              <span class="note">{scene.t('level', { level: level + 1 })}</span>
            </p>
            {company !== '' && (
              <p class="note company" title={company}>
                {company}
              </p>
            )}
          </div>
        )}
      </div>
      {children}
    </div>
  );
}

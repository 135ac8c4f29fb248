import type { ButtonAction } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { Link } from './Link.js';

/** What an {@link Action} is drawn from. */
export interface ActionProps {
  readonly action: ButtonAction;
  readonly look: string;
  readonly onAct: (action: ButtonAction) => void;
  readonly children: ComponentChildren;
}

/** A button, or a link for what leads somewhere. */
export function Action({ action, look, onAct, children }: ActionProps) {
  if (action.kind !== 'link') {
    return (
      <button type="button" class={look} onClick={() => onAct(action)}>
        {children}
      </button>
    );
  }
  return (
    <Link look={look} href={action.href} isNew={action.newTab ?? false} onFollow={() => onAct(action)}>
      {children}
    </Link>
  );
}

import type { ComponentChildren } from 'preact';
import { safeAddress } from './address.js';

/** What a {@link Link} is drawn from. */
export interface LinkProps {
  readonly href: string;
  readonly look?: string;
  /** Whether it leaves the page where it is. */
  readonly isNew: boolean;
  readonly onFollow?: () => void;
  readonly children: ComponentChildren;
}

/** A link; one that leads nowhere good is only its words. */
export function Link({ href, look = '', isNew, onFollow, children }: LinkProps) {
  const address = safeAddress(href);
  if (address === undefined) return <span>{children}</span>;
  return (
    <a
      class={look}
      href={address}
      onClick={() => onFollow?.()}
      {...(isNew && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {children}
    </a>
  );
}

import type { JsonObject } from '@waymark/contracts';
import type { MountLauncherOptions } from '@waymark/widgets/launcher';
import type { TipsOptions } from '@waymark/widgets/tips';
import type { MountToastOptions } from '@waymark/widgets/toast';
import type { MountUserCenterOptions } from '@waymark/widgets/user-center';

/** Someone or something with traits that describe it. */
export interface Described {
  /** The vendor's own id; 1 to 128 characters. */
  readonly id: string;
  /** Shown to people, for example in rankings. */
  readonly name?: string | undefined;
  readonly traits?: JsonObject | undefined;
}

/** What {@link init} is told. Only `key` and `endpoint` are required. */
export interface Options {
  /** The hub's public key for this product; it proves nothing and may stand in a page. */
  readonly key: string;
  /** The hub's base: a URL or an absolute path, for example `/waymark`. */
  readonly endpoint: string;
  /** Who is using the product; what it says is also taken from the token. */
  readonly user?: Described | undefined;
  /** For whom the user works. */
  readonly company?: Described | undefined;
  /**
   * Gives a short JWT that the vendor's server signed for this user, at most an hour long; asked again before it runs
   * out. Without it events are collected, but the hub shows nobody's growth.
   */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  /** A BCP 47 tag such as `en` or `zh-CN`; the page's language by default. */
  readonly locale?: string | undefined;
  readonly theme?: Theme | undefined;
  /** Where the launcher sits, or `false` for none. */
  readonly launcher?: LauncherPosition | false | undefined;
  /** Strings of your own for the language in use, by key; what is not named stays as it is. */
  readonly messages?: Messages | undefined;
  /** Told of everything that goes wrong after `init`; never thrown at the page. */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** The widgets' strings that a vendor may replace. */
export type Messages = NonNullable<MountLauncherOptions['messages']> &
  NonNullable<MountUserCenterOptions['messages']> &
  NonNullable<MountToastOptions['messages']> &
  NonNullable<TipsOptions['messages']>;

/** Colours of the widgets; `auto` follows the person's system. */
export type Theme = 'light' | 'dark' | 'auto';

/** Corner of the launcher, in the reading direction of the page. */
export type LauncherPosition = 'bottom-end' | 'bottom-start';

/** What is used where the options are silent. */
export const defaults = {
  theme: 'auto',
  launcher: 'bottom-end',
} as const satisfies Partial<Options>;

/** Checks what a programmer passed to `init`; throws a sentence that says what to write instead. */
export function checkOptions(options: Options): void {
  const { key, endpoint, getToken } = options ?? {};
  if (typeof key !== 'string' || key === '')
    throw expected('`key` to be the public key of your hub', key, '"pk_…"');
  if (typeof endpoint !== 'string' || !/^(?:https?:\/\/|\/)/.test(endpoint)) {
    throw expected('`endpoint` to be a URL or an absolute path', endpoint, '"/waymark"');
  }
  if (getToken !== undefined && typeof getToken !== 'function') {
    throw expected(
      '`getToken` to be a function that gives a token',
      getToken,
      '() => fetch("/token").then((r) => r.text())',
    );
  }
  for (const name of ['user', 'company'] as const) {
    const id = options[name]?.id;
    if (options[name] !== undefined && (typeof id !== 'string' || id === '')) {
      throw expected(`\`${name}.id\` to be a text`, id, `{ id: "…" }`);
    }
  }
}

function expected(what: string, came: unknown, example: string): TypeError {
  const shown = typeof came === 'string' ? JSON.stringify(came.slice(0, 60)) : String(came);
  return new TypeError(`[waymark] Expected ${what}, got ${shown}. Pass for example ${example}.`);
}

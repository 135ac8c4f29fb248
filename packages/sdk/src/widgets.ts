import type { Client } from '@waymark/contracts';
import type { LauncherHandle } from '@waymark/widgets/launcher';
import type { PartName } from '@waymark/widgets/parts';
import type { UserCenterHandle } from '@waymark/widgets/user-center';
import type { ClientEvents } from './client-events.js';
import type { Mount } from './elements.js';
import type { Emitter } from './emitter.js';
import { defaults, type LauncherPosition, type Options } from './options.js';
import { createToast, type LateToast } from './toast.js';

/** The widgets of one client, each loaded when it is first needed. */
export interface Widgets {
  showLauncher(position: LauncherPosition): void;
  open(): void;
  close(): void;
  /** What each custom element shows, by its name. */
  readonly elements: Readonly<Record<string, Mount>>;
  dispose(): void;
}

interface WidgetsOptions {
  readonly client: Client;
  readonly options: Options;
  readonly emitter: Emitter<ClientEvents>;
  readonly onError: (error: Error) => void;
}

/** The parts of the user center that have an element of their own, `<waymark-level>` and so on. */
const PARTS: readonly PartName[] = [
  'level',
  'badge-wall',
  'ranking',
  'quests',
  'streak',
  'ledger',
  'rewards',
];

/** Keeps the launcher and the user center of one client; a widget that fails to load is reported and harms nothing. */
export function createWidgets({ client, options, emitter, onError }: WidgetsOptions): Widgets {
  const { theme = defaults.theme, locale } = options;
  const appearance = { client, theme, locale, messages: options.messages };
  let disposed = false;
  let isOpen = false;
  let panel: Promise<UserCenterHandle | undefined> | undefined;
  let launcher: LauncherHandle | undefined;
  let toast: LateToast | undefined;
  const undo: (() => void)[] = [];

  const late = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: Error) => {
      onError(error);
      return undefined;
    });

  /** Shows in an element what has to be loaded first, unless the element is gone by then. */
  const inline =
    (load: (host: HTMLElement) => Promise<() => { dispose(): void }>): Mount =>
    (host) => {
      let mounted: { dispose(): void } | undefined;
      let gone = false;
      void late(
        load(host).then((mount) => {
          if (!gone) mounted = mount();
        }),
      );
      return () => {
        gone = true;
        mounted?.dispose();
      };
    };

  const loadPanel = () =>
    late(
      import('@waymark/widgets/user-center').then(({ mountUserCenter }) => {
        const mounted = mountUserCenter({
          ...appearance,
          mode: 'panel',
          onOpen: () => turned(true),
          onClose: () => turned(false),
        });
        if (disposed) mounted.dispose();
        else undo.push(() => mounted.dispose());
        return mounted;
      }),
    );

  const turned = (next: boolean) => {
    isOpen = next;
    launcher?.setExpanded(next);
    toast?.setHushed(next);
    emitter.emit(next ? 'open' : 'close', undefined);
  };
  const close = () => void panel?.then((mounted) => mounted?.close());
  const prepare = () => {
    panel ??= loadPanel().then((mounted) => {
      // What failed to load is tried anew the next time.
      if (mounted === undefined) panel = undefined;
      return mounted;
    });
  };
  const open = () => {
    prepare();
    void panel?.then((mounted) => mounted?.open());
  };

  return {
    open,
    close,
    showLauncher(position) {
      void late(
        import('@waymark/widgets/launcher').then(({ mountLauncher }) => {
          if (disposed) return;
          launcher = mountLauncher({
            ...appearance,
            position,
            onPress: () => (isOpen ? close() : open()),
            onNear: () => {
              prepare();
              void panel?.then((mounted) => mounted?.prepare());
            },
          });
          undo.push(launcher.dispose);
        }),
      );
      toast = createToast({ ...appearance, position, onOpen: open }, () =>
        late(import('@waymark/widgets/toast')),
      );
      toast.setHushed(isOpen);
      undo.push(toast.dispose);
    },
    elements: {
      'waymark-user-center': inline(async (host) => {
        const { mountUserCenter } = await import('@waymark/widgets/user-center');
        return () => mountUserCenter({ ...appearance, mode: 'inline', host });
      }),
      ...Object.fromEntries(
        PARTS.map((part) => [
          `waymark-${part}`,
          inline(async (host) => {
            const { mountPart } = await import('@waymark/widgets/parts');
            return () => mountPart({ ...appearance, part, host, onOpen: open });
          }),
        ]),
      ),
    },
    dispose() {
      disposed = true;
      for (const step of undo.splice(0).reverse()) step();
    },
  };
}

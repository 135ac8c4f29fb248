import type { Client } from '@waymark/contracts';
import type { ClientEvents } from './client-events.js';
import type { Emitter } from './emitter.js';
import { defaults, type LauncherPosition, type Options } from './options.js';

/** The widgets of one client, each loaded when it is first needed. */
export interface Widgets {
  showLauncher(position: LauncherPosition): void;
  open(): void;
  close(): void;
  /** Shows the user center inside an element of the page; returns its undo. */
  mountInline(host: HTMLElement): () => void;
  dispose(): void;
}

interface WidgetsOptions {
  readonly client: Client;
  readonly options: Options;
  readonly emitter: Emitter<ClientEvents>;
  readonly onError: (error: Error) => void;
}

interface Mounted {
  open(): void;
  close(): void;
  dispose(): void;
}

/** Keeps the launcher and the user center of one client; a widget that fails to load is reported and harms nothing. */
export function createWidgets({ client, options, emitter, onError }: WidgetsOptions): Widgets {
  const { theme = defaults.theme, locale } = options;
  const appearance = { client, theme, locale };
  let disposed = false;
  let panel: Promise<Mounted | undefined> | undefined;
  const undo: (() => void)[] = [];

  const late = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch((error: Error) => {
      onError(error);
      return undefined;
    });

  const loadPanel = () =>
    late(
      import('@waymark/widgets/user-center').then(({ mountUserCenter }) => {
        const mounted = mountUserCenter({
          ...appearance,
          mode: 'panel',
          onOpen: () => emitter.emit('open', undefined),
          onClose: () => emitter.emit('close', undefined),
        });
        if (disposed) mounted.dispose();
        else undo.push(() => mounted.dispose());
        return mounted;
      }),
    );

  const open = () => {
    panel ??= loadPanel();
    void panel.then((mounted) => mounted?.open());
  };

  return {
    open,
    close: () => void panel?.then((mounted) => mounted?.close()),
    showLauncher(position) {
      void late(
        import('@waymark/widgets/launcher').then(({ mountLauncher }) => {
          if (disposed) return;
          const launcher = mountLauncher({ ...appearance, position, onOpen: open });
          undo.push(() => launcher.dispose());
        }),
      );
    },
    mountInline(host) {
      let mounted: Mounted | undefined;
      let gone = false;
      void late(
        import('@waymark/widgets/user-center').then(({ mountUserCenter }) => {
          if (!gone) mounted = mountUserCenter({ ...appearance, mode: 'inline', host });
        }),
      );
      return () => {
        gone = true;
        mounted?.dispose();
      };
    },
    dispose() {
      disposed = true;
      for (const step of undo.splice(0).reverse()) step();
    },
  };
}

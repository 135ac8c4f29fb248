import type { Client } from '@waymark/contracts';
import type { LauncherHandle } from '@waymark/widgets/launcher';
import type { UserCenterHandle } from '@waymark/widgets/user-center';
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

/** Keeps the launcher and the user center of one client; a widget that fails to load is reported and harms nothing. */
export function createWidgets({ client, options, emitter, onError }: WidgetsOptions): Widgets {
  const { theme = defaults.theme, locale } = options;
  const appearance = { client, theme, locale, messages: options.messages };
  let disposed = false;
  let isOpen = false;
  let panel: Promise<UserCenterHandle | undefined> | undefined;
  let launcher: LauncherHandle | undefined;
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
    emitter.emit(next ? 'open' : 'close', undefined);
  };
  const close = () => void panel?.then((mounted) => mounted?.close());
  const open = () => {
    panel ??= loadPanel();
    void panel.then((mounted) => mounted?.open());
  };

  return {
    open,
    close,
    showLauncher(position) {
      void late(
        import('@waymark/widgets/launcher').then(({ mountLauncher }) => {
          if (disposed) return;
          launcher = mountLauncher({ ...appearance, position, onPress: () => (isOpen ? close() : open()) });
          undo.push(launcher.dispose);
        }),
      );
    },
    mountInline(host) {
      let mounted: UserCenterHandle | undefined;
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

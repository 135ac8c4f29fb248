// Compiles the gallery's page and puts it with the widgets into one module.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The text of the gallery's module, over what `tsc` emitted of the widgets. */
export async function bundleGallery() {
  compileGallery();
  return bundle(path('../build/gallery/gallery/page.js'));
}

/** The text of the module that shows tips. */
export async function bundleTips() {
  compileGallery();
  return bundle(path('../build/gallery/gallery/tips.js'));
}

/** Compiles the gallery with its fixtures to `build/gallery`; throws with what the compiler says. */
export function compileGallery() {
  const tsc = spawnSync(
    process.execPath,
    [path('../../../node_modules/typescript/bin/tsc'), '-b', path('.')],
    {
      encoding: 'utf8',
    },
  );
  if (tsc.status !== 0) throw new Error(`The gallery does not compile:\n${tsc.stdout}${tsc.stderr}`);
}

/** One module made of `input` and of what `tsc` emitted of the widgets, through further `plugins`. */
export async function bundle(input, plugins = []) {
  const widgets = {
    name: 'widgets-from-build',
    resolveId: (id) =>
      id.startsWith('@waymark/widgets/') ? path(`../build/${id.slice(17)}/index.js`) : null,
  };
  const built = await rollup({
    input,
    plugins: [...plugins, widgets, nodeResolve()],
  });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}

/** The page around it. */
export const GALLERY_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Waymark widgets</title><link rel="icon" href="/icon.svg"><script type="module" src="/gallery.js"></script></head><body><main><h1>Host page</h1></main></body></html>';

/** The page with elements that tips stand by. */
export const TIPS_PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Waymark tips</title><link rel="icon" href="/icon.svg"><script type="module" src="/tips.js"></script></head><body><main><h1>Host page</h1><p><button id="share" data-waymark="share">Share</button></p><p><button id="invite" data-waymark="invite">Invite</button> <input id="field" aria-label="Name"></p><div id="place" data-waymark="place"></div><button class="far" id="far" data-waymark="far">Far away</button></main></body></html>';

/** Its icon: without one the browser reports a missing file. */
export const GALLERY_ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>';

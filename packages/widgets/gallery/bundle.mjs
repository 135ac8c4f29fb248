// Bundles a page script of the gallery from what `tsc` emitted, in memory.
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

/** The text of one ES module with everything in it. `entry` is a path from the package's root. */
export async function bundle(entry) {
  const input = fileURLToPath(new URL(`../${entry}`, import.meta.url));
  const built = await rollup({ input, plugins: [nodeResolve()], onwarn: () => {} });
  const { output } = await built.generate({ format: 'es', inlineDynamicImports: true });
  await built.close();
  return output[0].code;
}

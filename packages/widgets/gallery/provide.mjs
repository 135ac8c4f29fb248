import { bundleGallery, bundleTips } from './bundle.mjs';

/** Makes the galleries' modules once for all files that show them: they ask for them by `inject('gallery')`, `inject('tips')`. */
export async function setup(project) {
  project.provide('gallery', await bundleGallery());
  project.provide('tips', await bundleTips());
}

import { bundleGallery } from './bundle.mjs';

/** Makes the gallery's module once for all files that show it: they ask for it by `inject('gallery')`. */
export async function setup(project) {
  project.provide('gallery', await bundleGallery());
}

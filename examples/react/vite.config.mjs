import { defineConfig } from 'vite';

// Relative addresses, so that the built page works in any folder of any server.
export default defineConfig({ base: './' });

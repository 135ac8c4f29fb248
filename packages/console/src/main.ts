import { mountConsole } from './mount.js';

mountConsole({ host: document.body, api: new URL('../admin/v1/', document.baseURI) });

export { type Issuer, loadCredentialKey } from './credential/issuer.js';
export { createHub, type HubOptions } from './http/create-hub.js';
export type { HubSettings } from './http/settings.js';
export { type Keys, loadKeys } from './identity/keys.js';
export { type Claims, signToken, TokenRefused, type TokenSubject, verifyToken } from './identity/token.js';
export {
  type ImportOptions,
  type ImportProgress,
  type ImportResult,
  importFile,
} from './import/import-file.js';
export type { NameOf } from './intake/given-names.js';
export { PlaybookRefused } from './playbook/adoption.js';
export { loadPlaybookFile, PlaybookBroken } from './playbook/playbook-file.js';
export type { Commit, Outcome, RecordRequest } from './record/request.js';
export { Busy, type Writer } from './record/writer.js';
export { openStorage, type Storage, type StorageOptions } from './storage/open-storage.js';
export { type FoldOptions, foldFile } from './verify/fold-file.js';
export { type Verification, verify } from './verify/verify.js';

import { customAlphabet } from 'nanoid';

/** A random text of hexadecimal digits, as long as is needed. `crypto.randomUUID` would be missing on plain http. */
export const random = customAlphabet('0123456789abcdef', 24);
